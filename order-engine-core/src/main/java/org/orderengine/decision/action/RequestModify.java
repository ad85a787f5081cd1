package org.orderengine.decision.action;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.orderengine.decision.draft.DecisionPolicy;
import org.orderengine.decision.draft.Draft;
import org.orderengine.decision.draft.PayloadReader;
import org.orderengine.decision.effect.PriceEntry;
import org.orderengine.event.Event;
import org.orderengine.model.Books;
import org.orderengine.model.Order;
import org.orderengine.model.ProposedChange;
import org.orderengine.process.vocabulary.ActionDescription;
import org.orderengine.process.vocabulary.PayloadKey;

/** A change is proposed: it is priced, and kept until it is confirmed. It replaces a proposal that waits. */
@SuppressWarnings(
        "NullAway") // From JDK 22 on it does not see that values of a map in a record of another module may be null.
final class RequestModify implements BuiltInAction {

    private static final PayloadKey PROPOSAL = PayloadKey.text("proposal", "what the change is to be called");
    private static final Set<String> CHANGES =
            Modification.KEYS.stream().map(PayloadKey::name).collect(Collectors.toUnmodifiableSet());

    private final ActionDescription description = ActionDescription.of(
            "request-modify",
            "a change is asked for and priced: it waits on the order to be confirmed",
            Stream.concat(Stream.of(PROPOSAL, ActionDescription.REASON), Modification.KEYS.stream())
                    .toArray(PayloadKey[]::new));

    @Override
    public ActionDescription description() {
        return description;
    }

    @Override
    public Optional<PricingNeeds> facts(Order order, PayloadReader payload, DecisionPolicy policy) {
        return Modification.facts(order, payload);
    }

    @Override
    public String apply(Draft draft, PayloadReader payload) {
        Modification.checkAddresses(payload);
        Books before = draft.books();
        Books after = Modification.isPricing(draft.order(), payload)
                ? PriceEntry.priced(draft, Modification.change(draft, payload))
                : before;
        Map<String, @Nullable Object> change =
                new LinkedHashMap<>(payload.payload().toMap());
        change.keySet().retainAll(CHANGES);
        ProposedChange proposed = new ProposedChange(
                payload.text(PROPOSAL, "m" + draft.revision()),
                draft.now(),
                payload.text(ActionDescription.REASON),
                change,
                after.prices(),
                after.totals().total().minus(before.totals().total()));
        draft.apply(new Event.ChangeProposed(proposed));
        return proposed.id();
    }

    @Override
    public boolean isPossible(Order order) {
        return !order.books().isNothingLeft();
    }
}
