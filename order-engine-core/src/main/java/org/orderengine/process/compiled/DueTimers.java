package org.orderengine.process.compiled;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import org.orderengine.model.Order;
import org.orderengine.process.ProcessDefinition;
import org.orderengine.process.ProcessTimer;
import org.orderengine.spi.rule.InstantRule;

/** When timers are due: after a duration, or when a rule of the host says. */
final class DueTimers {

    private final ProcessDefinition definition;
    private final Map<String, InstantRule> rules;

    DueTimers(ProcessDefinition definition, Map<String, InstantRule> rules) {
        this.definition = definition;
        this.rules = rules;
    }

    Instant dueAt(ProcessTimer timer, Order order, Instant now) {
        if (timer.in() != null) {
            return now.plus(timer.in());
        }
        InstantRule rule = timer.at() == null ? null : rules.get(timer.at());
        if (rule == null) {
            throw new IllegalStateException("process " + definition.reference() + " lost its rule " + timer.at());
        }
        return asked(String.valueOf(timer.at()), rule, order, now);
    }

    /** What a host's rule says; whatever it throws is about this order only. */
    @SuppressWarnings("CatchThrowable")
    private static Instant asked(String name, InstantRule rule, Order order, Instant now) {
        Instant due;
        try {
            due = rule.dueAt(order, now);
        } catch (ArithmeticException | DateTimeException overflow) {
            throw overflow;
        } catch (Throwable thrown) {
            throw new RuleException(name, "threw " + thrown.getClass().getName(), thrown);
        }
        if (due == null) {
            throw new RuleException(name, "said nothing", new NullPointerException());
        }
        return due;
    }
}
