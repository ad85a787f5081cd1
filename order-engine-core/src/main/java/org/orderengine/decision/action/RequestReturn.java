package org.orderengine.decision.action;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orderengine.decision.Codes;
import org.orderengine.decision.child.Children;
import org.orderengine.decision.draft.DecisionPolicy;
import org.orderengine.decision.draft.Draft;
import org.orderengine.decision.draft.HostPolicy;
import org.orderengine.decision.draft.Names;
import org.orderengine.decision.draft.PayloadReader;
import org.orderengine.event.Event;
import org.orderengine.model.Books;
import org.orderengine.model.ChildKind;
import org.orderengine.model.Line;
import org.orderengine.model.LineQuantity;
import org.orderengine.model.Measure;
import org.orderengine.model.Order;
import org.orderengine.model.Problem;
import org.orderengine.model.Return;
import org.orderengine.model.ReturnLine;
import org.orderengine.policy.ReturnPolicy;
import org.orderengine.policy.ReturnRequest;
import org.orderengine.policy.ReturnRule;
import org.orderengine.pricing.PricingCodes;
import org.orderengine.process.vocabulary.ActionDescription;
import org.orderengine.process.vocabulary.PayloadKey;
import org.orderengine.spi.catalog.Product;

/** The buyer asks to return goods. */
final class RequestReturn implements BuiltInAction {

    private static final Map<String, Return.Kind> KINDS = Map.of(
            "return", Return.Kind.RETURN, "refund-only", Return.Kind.REFUND_ONLY, "exchange", Return.Kind.EXCHANGE);

    private static final PayloadKey RETURN = PayloadKey.text("return", "what the return is to be called");
    private static final PayloadKey KIND = PayloadKey.word(
                    "kind",
                    List.of("return", "refund-only", "exchange"),
                    "whether goods come back for money or for other goods, or stay with the buyer")
            .orElse("return");
    private static final PayloadKey LINES = PayloadKey.objects(
                    "lines", "which delivered units", PayloadReader.QUANTITIES)
            .orElse("all of them");
    private static final PayloadKey SKU =
            PayloadKey.text("sku", "which product").mandatory();
    private static final PayloadKey QUANTITY =
            PayloadKey.quantity("quantity", "how much of it").orElse("1");
    private static final PayloadKey PRICE = PayloadKey.amount("price", "what a unit costs")
            .orElse("what the returned one cost where it is the same product, otherwise what the catalog says");
    private static final PayloadKey REPLACEMENT = PayloadKey.objects(
                    "replacement", "what the buyer gets instead", List.of(SKU, QUANTITY, PRICE))
            .only(KIND, "exchange");

    private final ActionDescription description = ActionDescription.of(
            "request-return",
            "the buyer wants to give units back",
            RETURN,
            KIND,
            LINES,
            ActionDescription.REASON,
            REPLACEMENT);

    @Override
    public ActionDescription description() {
        return description;
    }

    @Override
    public Optional<PricingNeeds> facts(Order order, PayloadReader payload, DecisionPolicy policy) {
        Set<String> skus = new LinkedHashSet<>();
        List<PayloadReader> replacement = payload.objects(REPLACEMENT);
        for (PayloadReader one : replacement == null ? List.<PayloadReader>of() : replacement) {
            String sku = one.text(SKU);
            if (sku != null) {
                skus.add(sku);
            }
        }
        return TakingBack.facts(skus, policy);
    }

    @Override
    public String apply(Draft draft, PayloadReader payload) {
        Books books = draft.books();
        String asked = payload.text(RETURN);
        if (asked != null && books.returnOf(asked) != null) {
            throw Draft.refuse(Codes.RETURN_EXISTS, "there is a return \"" + asked + "\" already");
        }
        String id =
                asked != null ? asked : Names.next("r", books.returns().size(), taken -> books.returnOf(taken) != null);
        Return.Kind kind = KINDS.get(payload.text(KIND, "return"));
        if (kind == null) {
            throw Draft.refuse(
                    Codes.BAD_PAYLOAD,
                    "kind is none of " + KINDS.keySet().stream().sorted().toList());
        }
        List<LineQuantity> quantities = quantities(books, payload.lines(LINES));
        String reason = payload.text(ActionDescription.REASON);
        ReturnRequest request = new ReturnRequest(draft.order(), kind, quantities, reason, draft.now());
        requireEligible(draft, request);
        List<Return.Replacement> replacement = replacement(draft, kind, payload);
        List<ReturnLine> lines = new ArrayList<>();
        for (LineQuantity quantity : quantities) {
            lines.add(new ReturnLine(quantity.line(), quantity.quantity(), 0, 0, 0));
        }
        draft.apply(new Event.ReturnRequested(Return.requested(
                id, kind, Children.initial(draft, ChildKind.RETURN), lines, replacement, books.money(0), reason)));
        Children.begin(draft, ChildKind.RETURN, id);
        approveIfTold(draft, id, request);
        return id;
    }

    /** Approves at once where the shop's policy says so and the machine of returns takes it. */
    private static void approveIfTold(Draft draft, String id, ReturnRequest request) {
        ReturnPolicy policy = draft.policy().reversal().returns();
        boolean canBeApproved = Children.takes(draft.process(), draft, ChildKind.RETURN, id, ApproveReturn.NAME);
        if (canBeApproved && HostPolicy.ask(() -> policy.approves().test(request), false)) {
            ApproveReturn.approve(draft, id, null);
        }
    }

    @Override
    public boolean isPossible(Order order) {
        return order.books().lines().stream().anyMatch(line -> returnable(order.books(), line) > 0);
    }

    private static void requireEligible(Draft draft, ReturnRequest request) {
        for (ReturnRule rule : draft.policy().reversal().returns().rules()) {
            Problem broken = new Problem(Codes.RETURN_RULE_FAILED, "a rule of the host's for returns threw");
            Problem problem = HostPolicy.ask(() -> Optional.ofNullable(rule.refusal(request)), Optional.of(broken))
                    .orElse(null);
            if (problem != null) {
                throw Draft.refuse(problem.code(), problem.message());
            }
        }
    }

    private static List<LineQuantity> quantities(Books books, @Nullable List<LineQuantity> asked) {
        List<LineQuantity> quantities = new ArrayList<>();
        if (asked == null) {
            for (Line line : books.lines()) {
                if (returnable(books, line) > 0) {
                    quantities.add(new LineQuantity(line.id(), returnable(books, line)));
                }
            }
            if (quantities.isEmpty()) {
                throw Draft.refuse(Codes.QUANTITY_EXCEEDED, "nothing that was delivered is left to return");
            }
            return quantities;
        }
        for (LineQuantity quantity : asked) {
            Line line = books.line(quantity.line());
            if (line == null) {
                throw Draft.refuse(Codes.UNKNOWN_LINE, "there is no line \"" + quantity.line() + "\"");
            }
            if (quantity.quantity() > returnable(books, line)) {
                throw Draft.refuse(
                        Codes.QUANTITY_EXCEEDED,
                        "line " + line.id() + " has " + line.words(returnable(books, line)) + " delivered to return, "
                                + line.words(quantity.quantity()) + " were asked for");
            }
            quantities.add(quantity);
        }
        return quantities;
    }

    /** Units that arrived and that no return claims (U4). A return that has ended claims only units that were inspected. */
    private static long returnable(Books books, Line line) {
        long returnable = line.units().delivered();
        for (Return returned : books.returns()) {
            returnable -= returned.claims(line.id());
        }
        return returnable;
    }

    private static List<Return.Replacement> replacement(Draft draft, Return.Kind kind, PayloadReader payload) {
        List<PayloadReader> asked = payload.objects(REPLACEMENT);
        if ((kind == Return.Kind.EXCHANGE) != (asked != null && !asked.isEmpty())) {
            throw Draft.refuse(
                    Codes.BAD_PAYLOAD,
                    kind == Return.Kind.EXCHANGE
                            ? "replacement is missing: say what the buyer gets instead"
                            : "replacement is for exchanges only");
        }
        List<Return.Replacement> replacement = new ArrayList<>();
        if (asked != null) {
            for (PayloadReader one : asked) {
                replacement.add(replacement(draft, one));
            }
        }
        return replacement;
    }

    private static Return.Replacement replacement(Draft draft, PayloadReader one) {
        String sku = one.text(SKU);
        if (sku == null || one.decimal(QUANTITY, BigDecimal.ONE).signum() <= 0) {
            throw Draft.refuse(
                    Codes.BAD_PAYLOAD, "a replacement names no sku, or a quantity that is not more than zero");
        }
        Product product = draft.facts().products().get(sku);
        if (product == null) {
            throw Draft.refuse(
                    PricingCodes.UNKNOWN_PRODUCT,
                    "replacement: the catalog has no product \"" + sku + "\"; name one that it has");
        }
        Measure measure = product.handling().measure();
        long quantity = one.quantity(QUANTITY, BigDecimal.ONE, measure, "replacement " + sku);
        return new Return.Replacement(sku, quantity, one.price(PRICE), measure);
    }
}
