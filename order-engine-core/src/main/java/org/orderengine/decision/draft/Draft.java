package org.orderengine.decision.draft;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.orderengine.decision.child.Children;
import org.orderengine.event.Event;
import org.orderengine.machine.Step;
import org.orderengine.model.Books;
import org.orderengine.model.Flow;
import org.orderengine.model.Order;
import org.orderengine.model.OwedEffect;
import org.orderengine.model.PendingChange;
import org.orderengine.model.Problem;
import org.orderengine.pricing.PricingFacts;
import org.orderengine.process.CompiledProcess;
import org.orderengine.process.Subject;

/**
 * A decision in the making: the order as it would stand, and the events that bring it there. Belongs to one decision and one
 * thread, and is dropped if the decision is a refusal.
 */
public final class Draft implements Subject {

    private final List<Event> events = new ArrayList<>();
    private final List<Wanted> wanted = new ArrayList<>();
    private final Deque<String> raised = new ArrayDeque<>();
    private final List<Step<String, String, Subject>> steps = new ArrayList<>(2);
    private final Instant now;
    private final DecisionPolicy policy;
    private final CompiledProcess process;
    private final @Nullable PricingFacts facts;
    private final long revision;
    private final Books found;
    private Order order;
    private @Nullable Books unchanged;
    private String changedBy = "";
    private boolean preview;
    private int owed;
    private boolean isLed;

    public Draft(Order order, Instant now, DecisionPolicy policy, CompiledProcess process) {
        this(order, now, policy, process, null);
    }

    public Draft(
            Order order, Instant now, DecisionPolicy policy, CompiledProcess process, @Nullable PricingFacts facts) {
        this.order = order;
        this.now = now;
        this.policy = policy;
        this.process = process;
        this.facts = facts;
        this.revision = order.revision() + 1;
        this.found = order.books();
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

    public DecisionPolicy policy() {
        return policy;
    }

    /** What the order follows. */
    public CompiledProcess process() {
        return process;
    }

    /** Tells the order's own machine, once it has taken its step, that a payment, shipment or return has ended. */
    public void raise(String event) {
        raised.add(event);
    }

    /** The next of what its machine is to be told; null when there is no more. */
    @Nullable
    public String nextRaised() {
        return raised.poll();
    }

    /** What the host's services know that pricing anew needs. */
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
        return found;
    }

    public Flow flow() {
        return order.flow();
    }

    /** The revision that the commit will make. */
    public long revision() {
        return revision;
    }

    /** Applies an event, and has the machine of the payment or shipment that it is about follow. */
    public void apply(Event event) {
        Happening happening = isLed ? null : Happening.of(event);
        if (happening == null) {
            enter(event);
        } else {
            Children.happen(this, happening, () -> enter(event));
        }
    }

    /** Applies an event that no machine follows. */
    public void enter(Event event) {
        order = Evolve.apply(order, event);
        events.add(event);
    }

    /** Makes the entries that a machine leads to, which it does not have to be told of. */
    public void leading(Runnable entries) {
        isLed = true;
        entries.run();
        isLed = false;
    }

    /** What the commit came about by: the first of its events, whenever it is known. */
    public void cause(Event event) {
        order = Evolve.apply(order, event);
        events.add(0, event);
    }

    /**
     * Says what the order goes back to if what it is asking for in the background is not there.
     *
     * @param effect what has to be done last for the order to stay as it now is
     */
    public void orElse(Books before, String effect) {
        unchanged = before;
        changedBy = effect;
    }

    /** From here on it shows what would be, as if every service said yes. */
    public Draft asPreview() {
        preview = true;
        return this;
    }

    /** Whether it only shows what would be. */
    public boolean isPreview() {
        return preview;
    }

    /** Whether a change may still be taken back. */
    public boolean isChanging() {
        return !preview && (unchanged != null || order.flow().change() != null);
    }

    /** The books as they become again if what a change asks for is not there; as they are where no change waits for that. */
    public Books otherwise() {
        PendingChange change = order.flow().change();
        if (!isChanging()) {
            return order.books();
        }
        Books before = unchanged;
        if (before == null && change != null) {
            before = order.books().withLines(change.lines()).withShipping(change.shipping());
        }
        return before == null ? order.books() : before;
    }

    /** Asks for outside work: a busy state entered in this decision takes it over, otherwise it is owed in the background. */
    public void want(Wanted effect) {
        wanted.add(effect);
    }

    /** Owes everything wanted that fits, on behalf of a busy state, or in the background when {@code run} is null. */
    public void owe(@Nullable String run, Predicate<Wanted> fits) {
        for (Iterator<Wanted> left = wanted.iterator(); left.hasNext(); ) {
            Wanted effect = left.next();
            if (fits.test(effect)) {
                left.remove();
                owe(run, effect);
            }
        }
    }

    public void owe(@Nullable String run, Wanted effect) {
        owed++;
        apply(new Event.EffectOwed(new OwedEffect(
                revision + "." + owed,
                effect.name(),
                effect.subject(),
                effect.amount(),
                effect.lines(),
                effect.codes(),
                effect.points(),
                effect.location(),
                List.of(),
                run,
                OwedEffect.Status.OWED,
                0,
                now.plus(policy.effects().inlineFor()),
                null)));
        if (run == null && unchanged != null && effect.name().equals(changedBy)) {
            apply(new Event.ChangeBegun(new PendingChange(
                    revision + "." + owed, unchanged.lines(), unchanged.shipping(), unchanged.coupons())));
            unchanged = null;
        }
    }

    /** Remembers a step that the decision follows, for those who want to know by which way it came. */
    public void followed(Step<String, String, Subject> step) {
        steps.add(step);
    }

    /** The steps that the decision followed, in that order. */
    public List<Step<String, String, Subject>> steps() {
        return steps;
    }

    /** Whether something that would be owed is not owed yet. */
    public boolean wants(Predicate<Wanted> fits) {
        return wanted.stream().anyMatch(fits);
    }

    public List<Wanted> wanted() {
        return wanted;
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
