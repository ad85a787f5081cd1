package org.orderengine.decision.action;

import org.jspecify.annotations.Nullable;
import org.orderengine.decision.Codes;
import org.orderengine.decision.draft.Draft;
import org.orderengine.decision.draft.PayloadReader;
import org.orderengine.decision.draft.Payments;
import org.orderengine.decision.effect.Refunds;
import org.orderengine.event.Event;
import org.orderengine.model.Books;
import org.orderengine.model.Line;
import org.orderengine.model.Money;
import org.orderengine.model.Order;
import org.orderengine.pricing.quote.LineReductions;
import org.orderengine.process.vocabulary.ActionDescription;
import org.orderengine.process.vocabulary.ActionDescription.Bearing;
import org.orderengine.process.vocabulary.EffectKind;
import org.orderengine.process.vocabulary.PayloadKey;
import org.orderengine.process.vocabulary.Stance;

/** Money is given back, out of goodwill or because a line's price is reduced. */
final class Refund implements BuiltInAction {

    private static final PayloadKey AMOUNT =
            PayloadKey.amount("amount", "how much to give back").mandatory();
    private static final PayloadKey PAYMENT = PaymentChoice.PAYMENT.orElse("those that brought money");

    private static final PayloadKey LINE =
            PayloadKey.text("line", "the line whose price is reduced").orElse("none: goodwill for the order");
    private static final PayloadKey QUANTITY = PayloadKey.quantity(
                    "quantity", "how much of the line is reduced, what goes next")
            .orElse("all of it");

    private final ActionDescription description = ActionDescription.of(
                    "refund",
                    "money is given back, out of goodwill or because a line's price is reduced",
                    AMOUNT,
                    PAYMENT,
                    LINE,
                    QUANTITY,
                    ActionDescription.REASON)
            .standing(Stance.EVEN_WHERE_ENDED)
            .bearing(Bearing.GIVES_MONEY_BACK);

    @Override
    public ActionDescription description() {
        return description;
    }

    @Override
    public @Nullable String apply(Draft draft, PayloadReader payload) {
        Money amount = payload.amount(AMOUNT);
        if (amount == null) {
            throw Draft.refuse(Codes.BAD_PAYLOAD, "amount is missing: say how much to give back");
        }
        String from = payload.text(PAYMENT);
        Money room = from == null
                ? Payments.refundable(draft.order())
                : Payments.refundable(draft.order(), PaymentChoice.known(draft.books(), from));
        if (amount.compareTo(room) > 0) {
            throw Draft.refuse(Codes.AMOUNT_EXCEEDED, "amount is " + amount + ", and " + room + " can be given back");
        }
        draft.apply(payload.has(LINE) ? reduced(draft, payload, amount) : granted(payload, amount));
        if (from == null) {
            Refunds.want(draft, amount);
        } else {
            draft.want(EffectKind.PAYMENT_REFUND.money(from, amount));
        }
        return from;
    }

    private static Event granted(PayloadReader payload, Money amount) {
        if (payload.has(QUANTITY)) {
            throw Draft.refuse(Codes.BAD_PAYLOAD, "quantity goes with line: say whose units are reduced");
        }
        return new Event.CreditGranted(amount);
    }

    private static Event reduced(Draft draft, PayloadReader payload, Money amount) {
        Books books = draft.books();
        String id = String.valueOf(payload.text(LINE));
        Line line = books.line(id);
        if (line == null) {
            throw Draft.refuse(
                    Codes.UNKNOWN_LINE,
                    "the order has no line \"" + id + "\"; it has "
                            + books.lines().stream().map(Line::id).toList());
        }
        long left = line.basis().remainingUnits();
        long quantity = payload.has(QUANTITY) ? payload.quantity(QUANTITY, id) : left;
        if (quantity < 1 || quantity > left) {
            throw Draft.refuse(
                    Codes.QUANTITY_EXCEEDED,
                    "quantity is " + line.words(quantity) + ", and the order stands for " + line.words(left)
                            + " of line " + id);
        }
        Money room = LineReductions.room(line, quantity, books.pricesIncludeTax());
        if (amount.compareTo(room) > 0) {
            throw Draft.refuse(
                    Codes.AMOUNT_EXCEEDED,
                    "amount is " + amount + ", and " + line.words(quantity) + " of line " + id + " cost " + room);
        }
        if (line.reductions().size() >= Line.MAX_REDUCTIONS) {
            throw Draft.refuse(
                    Codes.LIMIT_EXCEEDED,
                    "line " + id + " was reduced " + Line.MAX_REDUCTIONS + " times; at most as many are taken");
        }
        return new Event.LineReduced(id, LineReductions.of(line, quantity, amount, books.pricesIncludeTax()));
    }

    @Override
    public boolean isPossible(Order order) {
        return Payments.refundable(order).isPositive();
    }
}
