package org.orderengine.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.orderengine.decision.draft.Decision;
import org.orderengine.event.Event;
import org.orderengine.model.Order;
import org.orderengine.model.OwedEffect;
import org.orderengine.model.Timer;

/**
 * What was decided.
 *
 * @param before the order as it stood
 * @param decision the decision
 */
public record Then(Order before, Decision decision) {

    /** It is taken. */
    public Decision.Accepted accepted() {
        assertThat(decision).isInstanceOf(Decision.Accepted.class);
        return (Decision.Accepted) decision;
    }

    /** The order afterwards. */
    public Order order() {
        return accepted().order();
    }

    /** It is taken, and this happened to the books, in this order and nothing else. */
    public Then thenEvents(Event... events) {
        assertThat(accepted().events().stream().filter(Then::isOfBooks)).containsExactly(events);
        return this;
    }

    /** It is taken, and nothing happened to the books. */
    public Then thenNothingHappens() {
        return thenEvents();
    }

    /** It is taken, and this is owed then beside what was: name, amount or units, and the part that it is for. */
    public Then thenOwes(String... effects) {
        List<OwedEffect> owed = new ArrayList<>(order().flow().effects());
        owed.removeAll(before.flow().effects());
        assertThat(owed.stream().map(Then::text)).containsExactly(effects);
        return this;
    }

    /** It is taken, and the order is in this state then. */
    public Then thenIn(String state) {
        assertThat(order().position().states()).contains(state);
        return this;
    }

    /** It is taken, and these timers run then. */
    public Then thenTimers(String... names) {
        assertThat(order().flow().timers()).extracting(Timer::name).containsExactly(names);
        return this;
    }

    /** It is refused with this code. */
    public void thenRefused(String code) {
        assertThat(decision).isInstanceOf(Decision.Refused.class);
        assertThat(((Decision.Refused) decision).problem().code()).isEqualTo(code);
    }

    /** It is known already, and changes nothing. */
    public void thenUnchanged() {
        assertThat(decision).isInstanceOf(Decision.Unchanged.class);
    }

    private static String text(OwedEffect effect) {
        String what = effect.amount() != null
                ? " " + effect.amount()
                : effect.lines().stream()
                        .map(one -> " " + one.quantity() + " of " + one.line())
                        .collect(Collectors.joining(","));
        return effect.name() + what + (effect.subject() == null ? "" : " for " + effect.subject());
    }

    private static boolean isOfBooks(Event event) {
        return !(event instanceof Event.OfOrder || event instanceof Event.OfFlow);
    }
}
