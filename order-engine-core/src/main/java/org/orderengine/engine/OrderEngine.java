package org.orderengine.engine;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orderengine.command.Action;
import org.orderengine.command.AnswerEffects;
import org.orderengine.command.Command;
import org.orderengine.command.FireTimer;
import org.orderengine.command.MigrateOrder;
import org.orderengine.command.Migration;
import org.orderengine.command.Payload;
import org.orderengine.command.PlaceOrder;
import org.orderengine.command.ResolveEffect;
import org.orderengine.decision.Codes;
import org.orderengine.decision.draft.Decision;
import org.orderengine.decision.migrate.MigrationPlan;
import org.orderengine.dispatch.Deciding;
import org.orderengine.dispatch.Handled;
import org.orderengine.model.Order;
import org.orderengine.model.Problem;
import org.orderengine.orders.OrderService;
import org.orderengine.pricing.QuoteResult;
import org.orderengine.process.CompiledProcess;
import org.orderengine.spi.store.StoreUnavailableException;

/**
 * Runs the orders of a host.
 *
 * <pre>{@code
 * try (OrderEngine engine = OrderEngine.builder()
 *         .store(store)
 *         .catalog(catalog).inventory(inventory).payments(gateway)
 *         .process(StandardProcesses.physicalGoods())
 *         .build()) {
 *     engine.execute(PlaceOrder.of("o-1").buyer("ann").line("LAMP", 2).build());
 *     Outcome paid = engine.execute(Action.on("o-1", "pay").build());
 * }
 * }</pre>
 *
 * <p>Safe for any number of threads; several engines, in one process or on many nodes, may share one store. It starts no
 * thread but those of {@link #start}: a command is decided, committed and its outside work performed on the thread that calls.
 */
public final class OrderEngine implements AutoCloseable {

    private final EngineParts parts;
    private final Workers workers;

    OrderEngine(EngineParts parts) {
        this.parts = parts;
        this.workers = new Workers(parts);
    }

    /** An engine to be put together. */
    public static OrderEngineBuilder builder() {
        return new OrderEngineBuilder();
    }

    /**
     * Carries a command through: decides it, commits the decision, and performs what it owes.
     *
     * <p>The same command id with the same content gets the answer that it got before, with the order as it stands now; with
     * other content it is refused.
     *
     * @throws StoreUnavailableException if the store cannot be reached: whether the command was taken is then unknown, and it
     *     may be tried again with the same command id
     */
    public Outcome execute(Command command) {
        Problem problem = parts.inputCheck().problem(command);
        if (problem != null) {
            return rejected(Outcome.Kind.REFUSED, problem, null);
        }
        Handled handled = parts.dispatch().dispatcher().handle(command, deciding(command));
        if (handled instanceof Handled.Refused refused) {
            return rejected(Outcome.Kind.REFUSED, refused.problem(), refused.order());
        }
        Handled.Taken taken = (Handled.Taken) handled;
        return taken.declined() == null
                ? new Outcome.Accepted(taken.order(), taken.deferred())
                : rejected(Outcome.Kind.DECLINED, taken.declined(), taken.order());
    }

    /** What an order would cost, and why. Stores nothing, reserves nothing; placing it now gives exactly this (A8). */
    public QuoteResult quote(PlaceOrder command) {
        Problem problem = parts.inputCheck().problem(command);
        return problem == null
                ? parts.quoting().quote(command, parts.time().instant())
                : new QuoteResult.Refused(problem);
    }

    /**
     * What an action would give back: {@code cancel}, {@code approve-return}, {@code receive-return}, {@code refund}, {@code
     * modify}. It is decided as the action would be and nothing is stored; doing it now gives exactly this (A8).
     */
    public ReverseQuote quoteReverse(Action action) {
        Map<String, Object> payload = new LinkedHashMap<>(action.payload().toMap());
        payload.put("dryRun", true);
        return ReverseQuote.of(execute(new Action(action.orderId(), action.name(), Payload.of(payload), null)));
    }

    /**
     * Works on a batch of what is due at {@code now}, on the calling thread: fires timers, performs effects that no thread is
     * at, asks for answers that were lost. For hosts that drive time themselves; the others {@link #start} workers.
     *
     * @return how many orders it worked on; when none, nothing more is due
     */
    public int runDue(Instant now) {
        return parts.dispatch().dueWork().runDue(now);
    }

    /** Migrates orders from one process definition to another; see {@link #migrate(Migration, MigrationOptions)}. */
    public MigrationReport migrate(Migration migration) {
        return migrate(migration, MigrationOptions.DEFAULT);
    }

    /**
     * Migrates all orders that follow one process definition to another, or says which could be. The calling thread reads them
     * in batches, newest first, and has each migrated by a command of its own: decided on the order as it then stands, decided anew
     * if another commit comes first, and written into its history. An order with anything that has no landing place stays as it
     * is, and the report says what that is.
     *
     * <p>Running it again does no harm: what is migrated is passed over. It may run while the orders live, and on several nodes. What
     * is placed under the old definition meanwhile may be missed, so run it again once no node places such orders any more.
     *
     * @throws IllegalArgumentException if the engine was not given both definitions, or if the migration speaks of states, timers
     *     or effects that there are not
     * @throws StoreUnavailableException if the store cannot be reached; run it again
     */
    public MigrationReport migrate(Migration migration, MigrationOptions options) {
        return new MigrationRun(parts, parts.store(), parts.migrations().checked(migration), options).run();
    }

    /**
     * Goods arrived: orders that wait for these products ask the inventory to hold what it has promised them, the one that was
     * placed first before the others. Whoever keeps the stock calls it after every arrival. Calling it again does no harm: an
     * order asks for what it still waits for. An order whose reservation is being answered at that moment may be missed, so
     * call it from time to time for everything that is there.
     *
     * @param skus the products
     * @return how many orders were given units
     * @throws StoreUnavailableException if the store cannot be reached: call it again
     */
    public int goodsArrived(Set<String> skus) {
        return new Arrivals(this).of(skus);
    }

    /** What can be read of orders. */
    public OrderService orders() {
        return parts.orders();
    }

    /**
     * Starts threads that work on what is due, until the engine is closed. A thread that a service holds beyond the deadline of its call is
     * replaced by another until it comes back; a further thread, which sleeps nearly always, watches for that.
     *
     * @param threads how many work, from 1
     * @throws IllegalStateException if they were started before
     */
    public void start(int threads) {
        workers.start(threads);
    }

    /**
     * Stops the threads that it started, after what they are at, except those that a service holds beyond its deadline; the store is the
     * host's to close.
     */
    @Override
    public void close() {
        workers.close();
    }

    private Deciding deciding(Command command) {
        if (command instanceof PlaceOrder place) {
            return placing(place);
        }
        if (command instanceof Action action) {
            return (order, now) -> parts.actions().decide(order, action, now);
        }
        return (order, now) -> {
            if (order == null) {
                return new Decision.Refused(Actions.unknown(command.orderId()));
            }
            if (command instanceof MigrateOrder migrate) {
                return migrating(order, migrate.migration(), now);
            }
            CompiledProcess process = parts.processes().find(order.process());
            if (process == null) {
                return new Decision.Refused(Actions.withoutProcess(order));
            }
            if (command instanceof ResolveEffect resolve) {
                return parts.decider().resolve(order, resolve, process, now);
            }
            return command instanceof FireTimer timer
                    ? parts.decider().fire(order, timer, process, now)
                    : parts.decider().answer(order, (AnswerEffects) command, process, now);
        };
    }

    private Decision migrating(Order order, Migration migration, Instant now) {
        MigrationPlan plan = parts.migrations().plan(migration);
        return plan == null
                ? new Decision.Refused(new Problem(
                        Codes.UNKNOWN_PROCESS, "this engine was not given both processes of the " + migration))
                : parts.decider().migrate(order, plan, now);
    }

    private Deciding placing(PlaceOrder place) {
        return (order, now) -> {
            if (order != null) {
                return new Decision.Refused(
                        new Problem(Codes.ORDER_EXISTS, "there is an order \"" + place.orderId() + "\" already"));
            }
            CompiledProcess process = parts.processes().named(place.process());
            if (process == null) {
                return new Decision.Refused(new Problem(
                        Codes.UNKNOWN_PROCESS,
                        "there is no process \"" + place.process() + "\"; there are "
                                + parts.processes().names()));
            }
            QuoteResult quote = parts.quoting().quote(place, now);
            if (quote instanceof QuoteResult.Refused refused) {
                return new Decision.Refused(refused.problem());
            }
            return parts.decider().place(place, (QuoteResult.Quoted) quote, process, now);
        };
    }

    private Outcome.Rejected rejected(Outcome.Kind kind, Problem problem, @Nullable Order order) {
        List<String> allowed = order == null || parts.processes().find(order.process()) == null
                ? List.of()
                : parts.orders().allowed(order);
        return new Outcome.Rejected(kind, problem.code(), problem.message(), allowed, order);
    }
}
