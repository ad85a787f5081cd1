package org.orderengine.decision.action;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.orderengine.command.Payload;
import org.orderengine.decision.draft.Draft;
import org.orderengine.decision.draft.PayloadReader;
import org.orderengine.decision.effect.Proposals;
import org.orderengine.decision.effect.Repriced;
import org.orderengine.event.Event;
import org.orderengine.model.Books;
import org.orderengine.model.Order;
import org.orderengine.model.ProposedChange;
import org.orderengine.policy.ModifyPrices;

/** A modification in two steps: somebody asks for it, and somebody else confirms or declines it. */
final class ProposalOperations {

    private static final String PROPOSAL = "proposal";
    private static final List<String> CHANGES =
            List.of("lines", "coupons", "shipping", "deliveryAddress", "billingAddress");

    private ProposalOperations() {}

    /** Prices a change and keeps it, in the place of one that waits. */
    record Request() implements Operation {

        @Override
        public String apply(Draft draft, PayloadReader payload) {
            AddressPayload.read(payload.object("deliveryAddress"));
            AddressPayload.read(payload.object("billingAddress"));
            Books before = draft.books();
            Books after = ModifyOperation.isPricing(payload.payload())
                    ? Repriced.priced(draft, ModifyOperation.change(draft, payload))
                    : before;
            Map<String, Object> change = new LinkedHashMap<>(payload.payload().toMap());
            change.keySet().retainAll(CHANGES);
            ProposedChange proposed = new ProposedChange(
                    payload.text(PROPOSAL, "m" + draft.revision()),
                    draft.now(),
                    payload.text("reason"),
                    change,
                    after.lines(),
                    after.shipping(),
                    after.coupons(),
                    after.totals().total().minus(before.totals().total()));
            draft.apply(new Event.ChangeProposed(proposed));
            return proposed.id();
        }

        @Override
        public boolean isPossible(Order order) {
            return !order.books().isNothingLeft();
        }
    }

    /** Makes the change that waits, by the prices that the shop's policy says. */
    record Confirm() implements Operation {

        @Override
        public String apply(Draft draft, PayloadReader payload) {
            ProposedChange proposed = Proposals.waiting(draft, payload.text(PROPOSAL));
            PayloadReader change = new PayloadReader(
                    Payload.of(proposed.change()), draft.books().currency());
            Proposals.drop(draft);
            ModifyOperation.move(draft, change);
            if (ModifyOperation.isPricing(change.payload())) {
                Repriced.change(
                        draft,
                        draft.policy().reversal().prices() == ModifyPrices.AS_REQUESTED
                                ? Proposals.asRequested(draft, proposed)
                                : Repriced.priced(draft, ModifyOperation.change(draft, change)));
            }
            return proposed.id();
        }

        @Override
        public boolean isPossible(Order order) {
            return order.flow().proposal() != null;
        }
    }

    /** Lets the change go that waits; the reason stands in the history. */
    record Decline() implements Operation {

        @Override
        public String apply(Draft draft, PayloadReader payload) {
            ProposedChange proposed = Proposals.waiting(draft, payload.text(PROPOSAL));
            Proposals.drop(draft);
            return proposed.id();
        }

        @Override
        public boolean isPossible(Order order) {
            return order.flow().proposal() != null;
        }
    }
}
