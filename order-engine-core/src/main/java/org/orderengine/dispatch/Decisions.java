package org.orderengine.dispatch;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orderengine.command.Action;
import org.orderengine.command.AnswerEffects;
import org.orderengine.command.Command;
import org.orderengine.command.FireTimer;
import org.orderengine.command.MigrateOrder;
import org.orderengine.command.PlaceOrder;
import org.orderengine.command.ResolveEffect;
import org.orderengine.decision.ActionExplanation;
import org.orderengine.decision.action.ActionKeys;
import org.orderengine.decision.action.FactsRequest;
import org.orderengine.decision.draft.Decision;
import org.orderengine.decision.draft.DecisionPolicy;
import org.orderengine.decision.flow.Allowed;
import org.orderengine.decision.flow.Decider;
import org.orderengine.decision.migrate.MigrationPlan;
import org.orderengine.decision.migrate.Migrator;
import org.orderengine.model.Order;
import org.orderengine.model.Phase;
import org.orderengine.model.Problem;
import org.orderengine.pricing.QuoteResult;
import org.orderengine.process.compiled.CompiledProcess;

/**
 * Decides any command on an order as it stands:
 *
 * <ol>
 *   <li>refuse where the order or its process is not there;
 *   <li>ask the host's services for the facts that the decision needs, each service once;
 *   <li>refuse where one does not answer, and otherwise decide by the facts.
 * </ol>
 *
 * <p>Writes nothing. Safe for any number of threads.
 */
public final class Decisions {

    private final FactServices services;
    private final Processes processes;
    private final MigrationPlans plans;
    private final Decider decider;
    private final Migrator migrator;
    private final Allowed allowed;
    private final ActionKeys keys;

    /**
     * Decisions by a shop's policy, with the facts of the host's services.
     *
     * @param keys what may go with actions
     */
    public Decisions(
            DecisionPolicy policy,
            FactServices services,
            Processes processes,
            Set<String> hostEffects,
            ActionKeys keys) {
        this.services = services;
        this.processes = processes;
        this.plans = new MigrationPlans(processes, hostEffects);
        this.decider = new Decider(policy);
        this.migrator = new Migrator(policy);
        this.allowed = new Allowed(policy);
        this.keys = keys;
    }

    /** Decides a command on an order; null stands for no order of that id. */
    Decision decide(@Nullable Order order, Command command, Instant now) {
        return decide(order, command, now, false);
    }

    /** Decides what a command would make of an order now if every service said yes. */
    Decision preview(@Nullable Order order, Command command, Instant now) {
        return decide(order, command, now, true);
    }

    private Decision decide(@Nullable Order order, Command command, Instant now, boolean isPreview) {
        if (command instanceof PlaceOrder place) {
            return order == null ? place(place, now) : new Decision.Refused(NotThere.free(order));
        }
        if (order == null) {
            return new Decision.Refused(NotThere.order(command.orderId()));
        }
        if (command instanceof MigrateOrder migrate) {
            return migrate(order, migrate, now);
        }
        CompiledProcess process = processes.find(order.process());
        if (process == null) {
            return new Decision.Refused(NotThere.process(order));
        }
        if (command instanceof Action action) {
            return act(order, action, process, now, isPreview);
        }
        if (command instanceof ResolveEffect resolve) {
            return decider.resolve(order, resolve, process, now);
        }
        return command instanceof FireTimer timer
                ? decider.fire(order, timer, process, now)
                : decider.answer(order, (AnswerEffects) command, process, now);
    }

    private Decision place(PlaceOrder place, Instant now) {
        CompiledProcess process = processes.named(place.process());
        if (process == null) {
            return new Decision.Refused(NotThere.process(place, processes));
        }
        QuoteResult quote = services.quote(place, now);
        return quote instanceof QuoteResult.Refused refused
                ? new Decision.Refused(refused.problem())
                : decider.place(place, (QuoteResult.Quoted) quote, process, now);
    }

    private Decision act(Order order, Action action, CompiledProcess process, Instant now, boolean isPreview) {
        Facts facts = checked(order, action, now);
        if (facts instanceof Facts.Unavailable unavailable) {
            return new Decision.Refused(unavailable.problem());
        }
        Facts.Known known = (Facts.Known) facts;
        return isPreview
                ? decider.preview(order, action, process, known.pricing(), now)
                : decider.act(order, action, process, known.pricing(), now);
    }

    private Decision migrate(Order order, MigrateOrder command, Instant now) {
        MigrationPlan plan = plans.plan(command.migration());
        return plan == null
                ? new Decision.Refused(NotThere.process(command.migration()))
                : migrator.migrate(order, plan, now);
    }

    /** Tries the first action that an order kept; refused where a service that it is priced by does not answer. */
    Decision decideKept(Order order, Action action, Instant now) {
        Facts facts = facts(order, action, now);
        return facts instanceof Facts.Unavailable unavailable
                ? new Decision.Refused(unavailable.problem())
                : decider.tryKept(order, processes.of(order), ((Facts.Known) facts).pricing(), now);
    }

    /** The facts for an action that has just come; an action that was kept is not held against its keys again. */
    private Facts checked(Order order, Action action, Instant now) {
        Problem unknownKey = keys.problem(action);
        return unknownKey == null ? facts(order, action, now) : new Facts.Unavailable(unknownKey);
    }

    private Facts facts(Order order, Action action, Instant now) {
        FactsRequest request = decider.factsFor(order, action).orElse(null);
        return request == null ? new Facts.Known(null) : services.facts(request, now);
    }

    /** What an order would cost, and why. */
    public QuoteResult quote(PlaceOrder command, Instant now) {
        try {
            return services.quote(command, now);
        } finally {
            services.calls().giveBackInterrupt();
        }
    }

    /** Explains whether an order would take an action; null stands for no order of that id. */
    public ActionExplanation explain(@Nullable Order order, Action action, Instant now) {
        if (order == null) {
            return ActionExplanation.refused(action.orderId(), action.name(), NotThere.order(action.orderId()));
        }
        CompiledProcess process = processes.find(order.process());
        if (process == null) {
            return ActionExplanation.refused(action.orderId(), action.name(), NotThere.process(order));
        }
        Facts facts = checked(order, action, now);
        services.calls().giveBackInterrupt();
        return facts instanceof Facts.Unavailable unavailable
                ? ActionExplanation.refused(action.orderId(), action.name(), unavailable.problem())
                : decider.explain(order, action, process, ((Facts.Known) facts).pricing(), now);
    }

    /** The phase that an order is in; null where its process says nothing of it, or is not there. */
    public @Nullable Phase phase(Order order) {
        CompiledProcess process = processes.find(order.process());
        return process == null
                ? null
                : process.definition().phase(order.position().states());
    }

    /** The actions that an order would take now, sorted; none where its process, or the state that it is in, is not known. */
    public List<String> allowed(Order order, Instant now) {
        CompiledProcess process = processes.find(order.process());
        return process == null ? List.of() : allowed.of(order, process, now);
    }

    /** How migrations are carried out. */
    public MigrationPlans migrations() {
        return plans;
    }
}
