package org.orderengine.decision.action;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.orderengine.decision.child.Children;
import org.orderengine.decision.draft.DecisionPolicy;
import org.orderengine.decision.draft.Draft;
import org.orderengine.decision.draft.HostPolicy;
import org.orderengine.decision.draft.PayloadReader;
import org.orderengine.model.ChildKind;
import org.orderengine.model.LineQuantity;
import org.orderengine.model.Order;
import org.orderengine.model.Return;
import org.orderengine.model.ReturnLine;
import org.orderengine.policy.ReturnPolicy;
import org.orderengine.policy.ReturnRequest;
import org.orderengine.process.vocabulary.ActionDescription;

/** The seller agrees to a return. Where the goods stay with the buyer, the money goes back at once. */
final class ApproveReturn implements BuiltInAction {

    static final String NAME = "approve-return";

    private final ActionDescription description =
            ReturnChoice.describe(NAME, "a return is approved", ActionDescription.REASON, TakingBack.REFUND_SHIPPING);

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
        return approve(draft, ReturnChoice.chosen(draft, NAME, payload).id(), payload.flag(TakingBack.REFUND_SHIPPING));
    }

    /** Approves a return that its machine lets be approved. */
    static String approve(Draft draft, String id, @Nullable Boolean refundShipping) {
        Return returned = ReturnChoice.known(draft, id);
        if (returned.kind() == Return.Kind.REFUND_ONLY) {
            List<ReturnLine> all = new ArrayList<>();
            for (ReturnLine line : returned.lines()) {
                all.add(new ReturnLine(line.line(), line.requested(), 0, line.requested(), 0));
            }
            TakingBack.takeBack(draft, returned, all, refundShipping);
        } else if (returned.kind() == Return.Kind.EXCHANGE && isInAdvance(draft, returned)) {
            TakingBack.addReplacement(draft, returned);
        }
        Children.act(draft, ChildKind.RETURN, returned.id(), NAME);
        return returned.id();
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

    @Override
    public boolean isPossible(Order order) {
        return !order.books().returns().isEmpty();
    }
}
