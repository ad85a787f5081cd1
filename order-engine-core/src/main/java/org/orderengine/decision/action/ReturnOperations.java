package org.orderengine.decision.action;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.orderengine.decision.Codes;
import org.orderengine.decision.child.Children;
import org.orderengine.decision.draft.Draft;
import org.orderengine.decision.draft.HostPolicy;
import org.orderengine.decision.draft.Names;
import org.orderengine.decision.draft.PayloadReader;
import org.orderengine.decision.draft.Places;
import org.orderengine.decision.draft.Wanted;
import org.orderengine.decision.effect.Refunds;
import org.orderengine.decision.effect.Repriced;
import org.orderengine.event.Event;
import org.orderengine.model.Books;
import org.orderengine.model.Line;
import org.orderengine.model.LineQuantity;
import org.orderengine.model.Money;
import org.orderengine.model.Order;
import org.orderengine.model.Problem;
import org.orderengine.model.Return;
import org.orderengine.model.ReturnLine;
import org.orderengine.policy.RefundPolicy;
import org.orderengine.policy.ReturnPolicy;
import org.orderengine.policy.ReturnRequest;
import org.orderengine.policy.ReturnRule;
import org.orderengine.pricing.Change;
import org.orderengine.pricing.QuoteRequest.QuoteLine;
import org.orderengine.model.ChildKind;
import org.orderengine.process.EffectNames;

/** What the actions around returns enter into the books. */
final class ReturnOperations {

    private static final Map<String, Return.Kind> KINDS = Map.of(
            "return", Return.Kind.RETURN, "refund-only", Return.Kind.REFUND_ONLY, "exchange", Return.Kind.EXCHANGE);

    private ReturnOperations() {}

    /** The buyer wants to give something back. */
    record Request() implements Operation {

        @Override
        public String apply(Draft draft, PayloadReader payload) {
            Books books = draft.books();
            String asked = payload.text("return");
            if (asked != null && books.returnOf(asked) != null) {
                throw Draft.refuse(Codes.RETURN_EXISTS, "there is a return \"" + asked + "\" already");
            }
            String id = asked != null
                    ? asked
                    : Names.next("r", books.returns().size(), taken -> books.returnOf(taken) != null);
            Return.Kind kind = KINDS.get(payload.text("kind", "return"));
            if (kind == null) {
                throw Draft.refuse(
                        Codes.BAD_PAYLOAD,
                        "kind is none of " + KINDS.keySet().stream().sorted().toList());
            }
            List<LineQuantity> quantities = quantities(books, payload.lines());
            ReturnRequest request =
                    new ReturnRequest(draft.order(), kind, quantities, payload.text("reason"), draft.now());
            requireEligible(draft, request);
            List<ReturnLine> lines = new ArrayList<>();
            for (LineQuantity quantity : quantities) {
                lines.add(new ReturnLine(quantity.line(), quantity.quantity(), 0, 0, 0));
            }
            draft.apply(new Event.ReturnRequested(Return.requested(
                    id,
                    kind,
                    Children.initial(draft, ChildKind.RETURN),
                    lines,
                    replacement(kind, payload),
                    books.money(0),
                    payload.text("reason"))));
            Children.begin(draft, ChildKind.RETURN, id);
            ReturnPolicy policy = draft.policy().reversal().returns();
            boolean canBeApproved = Children.takes(draft.process(), draft, ChildKind.RETURN, id, Approve.ACTION);
            if (canBeApproved && HostPolicy.ask(() -> policy.approves().test(request), false)) {
                Approve.approve(draft, id);
            }
            return id;
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
                            "line " + line.id() + " has " + returnable(books, line) + " delivered units to return, "
                                    + quantity.quantity() + " were asked for");
                }
                quantities.add(quantity);
            }
            return quantities;
        }

        private static List<Return.Replacement> replacement(Return.Kind kind, PayloadReader payload) {
            List<PayloadReader> asked = payload.objects("replacement");
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
                    String sku = one.text("sku");
                    long quantity = one.number("quantity", 1);
                    if (sku == null || quantity < 1) {
                        throw Draft.refuse(Codes.BAD_PAYLOAD, "a replacement names no sku, or less than one unit");
                    }
                    replacement.add(new Return.Replacement(sku, quantity));
                }
            }
            return replacement;
        }
    }

    /** Units that arrived and no return asks or has asked for (U4). One that ended asks only for what was inspected. */
    static long returnable(Books books, Line line) {
        long returnable = line.units().delivered();
        for (Return returned : books.returns()) {
            returnable -= returned.claims(line.id());
        }
        return returnable;
    }

    /** The seller agrees. Where the goods stay with the buyer, the money goes back at once. */
    record Approve() implements Operation {

        private static final String ACTION = "approve-return";

        @Override
        public String apply(Draft draft, PayloadReader payload) {
            return approve(draft, chosen(draft, ACTION, payload).id());
        }

        static String approve(Draft draft, String id) {
            Return returned = returned(draft, id);
            if (returned.kind() == Return.Kind.REFUND_ONLY) {
                List<ReturnLine> all = new ArrayList<>();
                for (ReturnLine line : returned.lines()) {
                    all.add(new ReturnLine(line.line(), line.requested(), 0, line.requested(), 0));
                }
                takeBack(draft, returned, all);
            } else if (returned.kind() == Return.Kind.EXCHANGE && isInAdvance(draft, returned)) {
                addReplacement(draft, returned);
            }
            Children.act(draft, ChildKind.RETURN, returned.id(), ACTION);
            return returned.id();
        }

        @Override
        public boolean isPossible(Order order) {
            return !order.books().returns().isEmpty();
        }
    }

    /** Goods came back and were inspected. */
    record Receive() implements Operation {

        private static final String ACTION = "receive-return";

        @Override
        public String apply(Draft draft, PayloadReader payload) {
            Return returned = chosen(draft, ACTION, payload);
            List<ReturnLine> found = found(returned, payload.objects("lines"));
            List<Places.Place> restocked = restocked(draft.books(), found, Places.named(draft, payload));
            takeBack(draft, returned, found);
            Children.act(draft, ChildKind.RETURN, returned.id(), ACTION);
            for (Places.Place place : draft.policy().services().inventory() ? restocked : List.<Places.Place>of()) {
                draft.want(Wanted.units(EffectNames.INVENTORY_RESTOCK, returned.id(), place.lines(), place.location()));
            }
            return returned.id();
        }

        @Override
        public boolean isPossible(Order order) {
            return !order.books().returns().isEmpty();
        }

        /** Where accepted goods go: where they came from, unless it is said otherwise. */
        private static List<Places.Place> restocked(Books books, List<ReturnLine> found, @Nullable String location) {
            List<LineQuantity> accepted = new ArrayList<>();
            for (ReturnLine line : found) {
                if (line.accepted() > 0) {
                    accepted.add(new LineQuantity(line.line(), line.accepted()));
                }
            }
            if (accepted.isEmpty()) {
                return List.of();
            }
            return location == null ? Places.cameFrom(books, found) : List.of(new Places.Place(location, accepted));
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
            String id = payload.text("line");
            ReturnLine requested = returned.lines().stream()
                    .filter(line -> line.line().equals(id))
                    .findFirst()
                    .orElseThrow(() -> Draft.refuse(
                            Codes.UNKNOWN_LINE, "return " + returned.id() + " has no line \"" + id + "\""));
            long accepted = payload.number("accepted", 0);
            long damaged = payload.number("damaged", 0);
            long rejected = payload.number("rejected", 0);
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

    /** Enters what came back; what the order costs less is the return's refund. */
    private static void takeBack(Draft draft, Return returned, List<ReturnLine> found) {
        Money before = draft.order().totals().total();
        draft.apply(new Event.ReturnReceived(returned.id(), found, draft.books().money(0)));
        Repriced.requalify(draft, draft.policy().pricing().policy().onReturn());
        Refunds.charge(draft, RefundPolicy.Cause.RETURN, before);
        Money less = before.minus(draft.order().totals().total());
        if (less.isPositive()) {
            draft.apply(new Event.ReturnReceived(returned.id(), List.of(), less));
        }
        Return after = draft.books().returnOf(returned.id());
        if (after != null && after.pending() == 0 && !draft.order().position().ended()) {
            replace(draft, after);
        }
    }

    private static void replace(Draft draft, Return returned) {
        boolean kept = returned.lines().stream().anyMatch(line -> line.accepted() + line.damaged() > 0);
        if (kept && !returned.replacement().isEmpty() && returned.replacedBy().isEmpty()) {
            addReplacement(draft, returned);
        }
    }

    private static boolean isInAdvance(Draft draft, Return returned) {
        List<LineQuantity> lines = returned.lines().stream()
                .map(line -> new LineQuantity(line.line(), line.requested()))
                .toList();
        ReturnRequest request =
                new ReturnRequest(draft.order(), returned.kind(), lines, returned.reason(), draft.now());
        ReturnPolicy policy = draft.policy().reversal().returns();
        return HostPolicy.ask(() -> policy.inAdvance().test(request), false);
    }

    private static void addReplacement(Draft draft, Return returned) {
        List<QuoteLine> added = new ArrayList<>();
        for (Return.Replacement replacement : returned.replacement()) {
            String id = Names.next(
                    "",
                    draft.books().lines().size() + added.size(),
                    taken -> draft.books().line(taken) != null);
            added.add(new QuoteLine(id, replacement.sku(), replacement.quantity(), null));
        }
        Repriced.add(draft, new Change(draft.order().origin(), Map.of(), added, List.of(), null, null, draft.now()));
        draft.apply(new Event.ReturnReplaced(
                returned.id(), added.stream().map(QuoteLine::id).toList()));
    }

    private static Return chosen(Draft draft, String action, PayloadReader payload) {
        return returned(draft, Children.chosen(draft, ChildKind.RETURN, action, payload));
    }

    private static Return returned(Draft draft, String id) {
        Return returned = draft.books().returnOf(id);
        if (returned == null) {
            throw new IllegalStateException("there is no return " + id);
        }
        return returned;
    }
}
