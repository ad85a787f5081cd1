package org.orderengine.decision.draft;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.orderengine.command.Action;
import org.orderengine.event.Event;
import org.orderengine.machine.Step;
import org.orderengine.model.Asked;
import org.orderengine.model.Books;
import org.orderengine.model.EffectId;
import org.orderengine.model.Flow;
import org.orderengine.model.Goods;
import org.orderengine.model.Intent;
import org.orderengine.model.Order;
import org.orderengine.model.OwedEffect;
import org.orderengine.model.PendingChange;
import org.orderengine.model.Prices;
import org.orderengine.model.Problem;
import org.orderengine.pricing.quote.PricingFacts;
import org.orderengine.process.compiled.CompiledProcess;
import org.orderengine.process.compiled.Question;
import org.orderengine.process.compiled.Subject;
import org.orderengine.process.vocabulary.EffectKind;

/**
 * A decision in the making: the order as it would stand, and the events that bring it there.
 *
 * <p>How a decision uses it:
 *
 * <ol>
 *   <li>It {@link #apply applies} events. Each is folded into the order by {@link Evolve}, and the machine of a payment,
 *       shipment or return follows.
 *   <li>It {@link #want wants} outside work, as {@link Intent}s.
 *   <li>It {@link #owe owes} that work: on behalf of a busy state that takes it over, otherwise in the background.
 *   <li>It is {@link #accepted}, and becomes a {@link Decision.Accepted}; or it is dropped, when the decision is a refusal.
 * </ol>
 *
 * <pre>{@code
 * Draft draft = Children.draft(order, now, policy, process);
 * draft.apply(new Event.CreditGranted(amount));
 * draft.want(Intent.money("payment.refund", "p1", amount));
 * draft.owe(null, wanted -> true);
 * return draft.accepted();
 * }</pre>
 *
 * <p>Belongs to one decision and one thread.
 */
@SuppressWarnings(
        "NullAway") // From JDK 22 on it does not see that values of a map in a record of another module may be null.
public final class Draft implements Subject {

    private final List<Event> events = new ArrayList<>();
    private final Deque<String> raised = new ArrayDeque<>();
    private final List<Step<String, String, Subject>> steps = new ArrayList<>(2);
    private final Instant now;
    private final DecisionPolicy policy;
    private final CompiledProcess process;
    private final @Nullable PricingFacts facts;
    private final long revision;
    private final Order found;
    private final Machines machines;
    private final Outbox outbox;
    private Order order;
    private Question question = Question.NONE;
    private @Nullable Asked asked;
    private boolean preview;
    private boolean isLed;

    /** Moves the machines of payments and shipments after events. */
    @FunctionalInterface
    public interface Machines {

        /**
         * Enters an event of a payment or shipment into the books, and tells its machine.
         *
         * @param entries enters the event into the books
         */
        void happen(Draft draft, ChildEvent happening, Runnable entries);
    }

    public Draft(
            Order order,
            Instant now,
            DecisionPolicy policy,
            CompiledProcess process,
            @Nullable PricingFacts facts,
            Machines machines) {
        this.order = order;
        this.now = now;
        this.policy = policy;
        this.process = process;
        this.facts = facts;
        this.revision = order.revision() + 1;
        this.found = order;
        this.machines = machines;
        this.outbox = new Outbox(revision);
    }

    @Override
    public Order order() {
        return order;
    }

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public boolean isDecision() {
        return true;
    }

    @Override
    public Order before() {
        return found;
    }

    @Override
    public Question question() {
        return question;
    }

    /**
     * Sets the action that the decision is about.
     *
     * @param kept what of the host's own went with it
     */
    public void about(Action action, Map<String, @Nullable Object> kept) {
        question = Question.of(action);
        leadsOn(kept.isEmpty() ? null : new Asked(action.name(), kept));
    }

    /** Sets the action that work is owed for from here on; null where nothing of the host's own went with one. */
    public void leadsOn(@Nullable Asked action) {
        asked = action;
    }

    /** The action that work is owed for; null where nothing of the host's own went with one. */
    @Nullable
    public Asked asked() {
        return asked;
    }

    public DecisionPolicy policy() {
        return policy;
    }

    /** The process that the order follows. */
    public CompiledProcess process() {
        return process;
    }

    /** Queues an event for the order's own machine, which takes it after its step: a payment, shipment or return has ended. */
    public void raise(String event) {
        raised.add(event);
    }

    /** The next queued event for the order's own machine; null when there is no more. */
    @Nullable
    public String nextRaised() {
        return raised.poll();
    }

    /** The facts that pricing anew needs. */
    public PricingFacts facts() {
        if (facts == null) {
            throw new IllegalStateException("Order " + order.id() + " is priced anew without facts");
        }
        return facts;
    }

    public Books books() {
        return order.books();
    }

    /** The books as the decision found them. */
    public Books found() {
        return found.books();
    }

    public Flow flow() {
        return order.flow();
    }

    /** The revision that the commit will make. */
    public long revision() {
        return revision;
    }

    /** Applies an event, and moves the machine of the payment or shipment that it is about. */
    public void apply(Event event) {
        ChildEvent happening = isLed ? null : ChildEvent.of(event);
        if (happening == null) {
            enter(event);
        } else {
            machines.happen(this, happening, () -> enter(event));
        }
    }

    /** Applies an event that no machine follows. */
    public void enter(Event event) {
        order = Evolve.apply(order, event);
        events.add(event);
    }

    /** Makes the entries that a machine caused, without telling that machine of them. */
    public void leading(Runnable entries) {
        isLed = true;
        entries.run();
        isLed = false;
    }

    /** Applies the cause of the commit: the first of its events, whenever it is known. */
    public void cause(Event event) {
        order = Evolve.apply(order, event);
        events.add(0, event);
    }

    /**
     * Sets the books that the order goes back to if the stock or coupon that a change waits for is declined.
     *
     * @param effect the kind of effect that has to be done last for the change to stay
     */
    public void orElse(Books before, EffectKind effect) {
        outbox.orElse(before, effect);
    }

    /** Makes this draft a preview: the order as it would be if every service said yes. */
    public Draft asPreview() {
        preview = true;
        return this;
    }

    /** Whether this draft is a preview. */
    public boolean isPreview() {
        return preview;
    }

    /** Whether a change may still be taken back. */
    public boolean isChanging() {
        return !preview && (outbox.unchanged() != null || order.flow().change() != null);
    }

    /** The books that the order goes back to if its change is declined; the books as they are where no change waits. */
    public Books otherwise() {
        PendingChange change = order.flow().change();
        if (!isChanging()) {
            return order.books();
        }
        Books before = outbox.unchanged();
        if (before == null && change != null) {
            Prices prices = change.prices();
            before = order.books()
                    .withGoods(new Goods(
                            order.books().pricesIncludeTax(), prices.lines(), prices.shipping(), prices.charges()));
        }
        return before == null ? order.books() : before;
    }

    /** Wants outside work. A busy state entered in this decision takes it over; otherwise it is owed in the background. */
    public void want(Intent effect) {
        outbox.want(effect);
    }

    /** Owes all wanted work that fits, on behalf of a busy state, or in the background when {@code run} is null. */
    public void owe(@Nullable String run, Predicate<Intent> fits) {
        for (Intent effect : outbox.take(fits)) {
            owe(run, effect);
        }
    }

    /** Owes work on behalf of a busy state, or in the background when {@code run} is null. */
    public void owe(@Nullable String run, Intent effect) {
        EffectId id = outbox.nextId();
        Instant due = now.plus(policy.effects().inlineFor());
        Asked led = EffectKind.of(effect.name()) == EffectKind.HOST ? asked : null;
        apply(new Event.EffectOwed(new OwedEffect(id, effect, run, OwedEffect.Progress.due(due), led)));
        PendingChange change = run == null ? outbox.begun(id, effect) : null;
        if (change != null) {
            apply(new Event.ChangeBegun(change));
        }
    }

    /** Records a step that the decision follows, for explanations. */
    public void followed(Step<String, String, Subject> step) {
        steps.add(step);
    }

    /** The steps that the decision followed, in that order. */
    public List<Step<String, String, Subject>> steps() {
        return steps;
    }

    /** Whether work that fits is wanted and not owed yet. */
    public boolean wants(Predicate<Intent> fits) {
        return outbox.wanted().stream().anyMatch(fits);
    }

    public List<Intent> wanted() {
        return outbox.wanted();
    }

    public Decision.Accepted accepted() {
        return new Decision.Accepted(order.atRevision(revision), events);
    }

    public static RefusedException refuse(String code, String message) {
        return new RefusedException(code, message);
    }

    public static Decision.Refused refused(String code, String message) {
        return new Decision.Refused(new Problem(code, message));
    }
}
