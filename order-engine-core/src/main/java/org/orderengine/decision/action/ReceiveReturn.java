package org.orderengine.decision.action;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.orderengine.decision.Codes;
import org.orderengine.decision.child.Children;
import org.orderengine.decision.draft.DecisionPolicy;
import org.orderengine.decision.draft.Draft;
import org.orderengine.decision.draft.PayloadReader;
import org.orderengine.decision.draft.UnitsByLocation;
import org.orderengine.model.Books;
import org.orderengine.model.ChildKind;
import org.orderengine.model.LineQuantity;
import org.orderengine.model.Order;
import org.orderengine.model.Return;
import org.orderengine.model.ReturnLine;
import org.orderengine.process.vocabulary.ActionDescription;
import org.orderengine.process.vocabulary.ActionDescription.Bearing;
import org.orderengine.process.vocabulary.EffectKind;
import org.orderengine.process.vocabulary.PayloadKey;

/** Goods came back and were inspected. */
final class ReceiveReturn implements BuiltInAction {

    private static final String NAME = "receive-return";
    private static final PayloadKey LINE = PayloadKey.text("line", "the line").mandatory();
    private static final PayloadKey ACCEPTED = PayloadKey.quantityOrNone("accepted", "units that can be sold again")
            .orElse("0");
    private static final PayloadKey DAMAGED = PayloadKey.quantityOrNone(
                    "damaged", "units that are paid back and written off")
            .orElse("0");
    private static final PayloadKey REJECTED = PayloadKey.quantityOrNone("rejected", "units that are not paid back")
            .orElse("0");
    private static final PayloadKey LINES = PayloadKey.objects(
                    "lines", "what came", List.of(LINE, ACCEPTED, DAMAGED, REJECTED))
            .orElse("all that is waited for, accepted");
    private static final PayloadKey LOCATION =
            PayloadKey.text("location", "where accepted units go").orElse("where they came from");

    private final ActionDescription description = ReturnChoice.describe(
                    NAME, "units came back", LINES, LOCATION, TakingBack.REFUND_SHIPPING)
            .bearing(Bearing.GIVES_MONEY_BACK);

    @Override
    public ActionDescription description() {
        return description;
    }

    @Override
    public Optional<PricingNeeds> facts(Order order, PayloadReader payload, DecisionPolicy policy) {
        return TakingBack.facts(order, policy);
    }

    @Override
    public String apply(Draft draft, PayloadReader payload) {
        Return returned = ReturnChoice.chosen(draft, NAME, payload);
        List<ReturnLine> found = found(returned, payload.objects(LINES));
        List<UnitsByLocation.Place> restocked = restocked(draft.books(), found, UnitsByLocation.named(draft, payload));
        TakingBack.takeBack(draft, returned, found, payload.flag(TakingBack.REFUND_SHIPPING));
        Children.act(draft, ChildKind.RETURN, returned.id(), NAME);
        for (UnitsByLocation.Place place : draft.policy().services().has(EffectKind.Service.INVENTORY)
                ? restocked
                : List.<UnitsByLocation.Place>of()) {
            draft.want(EffectKind.INVENTORY_RESTOCK.units(returned.id(), place.lines(), place.location()));
        }
        return returned.id();
    }

    @Override
    public boolean isPossible(Order order) {
        return !order.books().returns().isEmpty();
    }

    /** The locations of accepted goods: those that they came from, unless the payload names one. */
    private static List<UnitsByLocation.Place> restocked(
            Books books, List<ReturnLine> found, @Nullable String location) {
        List<LineQuantity> accepted = new ArrayList<>();
        for (ReturnLine line : found) {
            if (line.accepted() > 0) {
                accepted.add(new LineQuantity(line.line(), line.accepted()));
            }
        }
        if (accepted.isEmpty()) {
            return List.of();
        }
        return location == null
                ? UnitsByLocation.cameFrom(books, found)
                : List.of(new UnitsByLocation.Place(location, accepted));
    }

    private static List<ReturnLine> found(Return returned, @Nullable List<PayloadReader> lines) {
        List<ReturnLine> found = new ArrayList<>();
        if (lines == null) {
            for (ReturnLine line : returned.lines()) {
                if (line.pending() > 0) {
                    found.add(new ReturnLine(line.line(), line.pending(), line.pending(), 0, 0));
                }
            }
            return found;
        }
        for (PayloadReader line : lines) {
            found.add(found(returned, line));
        }
        return found;
    }

    private static ReturnLine found(Return returned, PayloadReader payload) {
        String id = payload.text(LINE);
        ReturnLine requested = returned.lines().stream()
                .filter(line -> line.line().equals(id))
                .findFirst()
                .orElseThrow(() ->
                        Draft.refuse(Codes.UNKNOWN_LINE, "return " + returned.id() + " has no line \"" + id + "\""));
        long accepted = payload.quantity(ACCEPTED, requested.line());
        long damaged = payload.quantity(DAMAGED, requested.line());
        long rejected = payload.quantity(REJECTED, requested.line());
        if (accepted < 0 || damaged < 0 || rejected < 0) {
            throw Draft.refuse(Codes.BAD_PAYLOAD, "units of line " + id + " are less than zero");
        }
        if (accepted > requested.pending()
                || damaged > requested.pending() - accepted
                || rejected > requested.pending() - accepted - damaged) {
            throw Draft.refuse(
                    Codes.QUANTITY_EXCEEDED,
                    "line " + id + " of return " + returned.id() + " waits for " + requested.pending()
                            + " units; more came");
        }
        if (accepted + damaged + rejected == 0) {
            throw Draft.refuse(Codes.BAD_PAYLOAD, "no unit of line " + id + " came");
        }
        return new ReturnLine(requested.line(), accepted + damaged + rejected, accepted, damaged, rejected);
    }
}
