package org.orderengine.engine;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.orderengine.command.Action;
import org.orderengine.command.Command;
import org.orderengine.command.Migration;
import org.orderengine.command.PlaceOrder;
import org.orderengine.decision.draft.Decision;
import org.orderengine.dispatch.Handled;
import org.orderengine.dispatch.JoinedCommands;
import org.orderengine.dispatch.Previewed;
import org.orderengine.feed.FeedSlice;
import org.orderengine.feed.Subscriptions;
import org.orderengine.model.By;
import org.orderengine.model.Order;
import org.orderengine.model.Problem;
import org.orderengine.orders.OrderService;
import org.orderengine.pricing.QuoteResult;
import org.orderengine.spi.store.OrderStore;
import org.orderengine.spi.store.QueryRefusedException;
import org.orderengine.spi.store.StoreUnavailableException;
import org.orderengine.text.Texts;

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
 * <p>The way of a command:
 *
 * <ol>
 *   <li>Check: the input is within the {@link org.orderengine.policy.Limits}.
 *   <li>Load the order, and ask the host's services for prices, offers, members and taxes.
 *   <li>Decide: the order and the events that come of the command, or the code of a refusal.
 *   <li>Commit the order, its events and the work that it owes, in one transaction.
 *   <li>Perform that work by the host's services, and book each answer by a further commit.
 * </ol>
 *
 * <p>Timers, retries and lost answers are the work of {@link #start threads of the engine} or of {@link #runDue}.
 *
 * <p>Safe for any number of threads. Several engines, in one program or on many nodes, may share one store. A command runs on
 * the thread that calls; the engine starts no thread but those of {@link #start}.
 */
public final class OrderEngine implements AutoCloseable {

    private final EngineParts parts;
    private final Arrivals arrivals;
    private final Workers workers;
    private final JoinedCommands joined;
    private final @Nullable EngineFeed feed;
    private final @Nullable FeedThreads feedThreads;

    OrderEngine(EngineParts parts, JoinedCommands joined, @Nullable EngineFeed feed) {
        this.parts = parts;
        this.joined = joined;
        this.feed = feed;
        this.feedThreads = feed == null
                ? null
                : new FeedThreads(feed, parts.dispatch().calls().timeout());
        this.arrivals = new Arrivals(this, parts.dispatch().freed());
        this.workers = new Workers(parts, arrivals);
    }

    /** Begins an engine. */
    public static OrderEngineBuilder builder() {
        return new OrderEngineBuilder();
    }

    /**
     * Carries a command through: decides it, commits the decision, and performs what it owes.
     *
     * <p>A refusal is an {@link Outcome}, never an exception. The same command id with the same content gets the answer that it
     * got before, with the order as it stands now. The same id with other content is refused.
     *
     * @throws StoreUnavailableException if the store cannot be reached: whether the command was taken is then unknown, and it
     *     may be tried again with the same command id
     */
    public Outcome execute(Command command) {
        if (command == null) {
            throw new IllegalArgumentException("the command is null; give one");
        }
        Problem problem = parts.inputCheck().problem(command);
        if (problem != null) {
            return rejected(Outcome.Kind.REFUSED, problem, null);
        }
        return outcome(parts.dispatch().dispatcher().handle(command));
    }

    /**
     * Carries a command through in a transaction of the host's: what the host writes and what the order becomes are there together, or neither.
     *
     * <p>Only the decision is made and written. What it owes is performed by workers once the host has committed: the order is in a busy state
     * until then. After the host rolls back, nothing of it ever was.
     *
     * <ul>
     *   <li>The host's services are asked before the first statement, as long as the transaction has not changed the order already.
     *   <li>It is tried once. Where another commit came first it is refused with {@code contention}, nothing is written, and the host goes on or
     *       rolls back.
     *   <li>The outcome holds when the host has committed. Listeners are told of the command before that.
     * </ul>
     *
     * <pre>{@code
     * Outcome placed = engine.execute(place, store.within(connection));
     * connection.commit();
     * }</pre>
     *
     * @param transaction the engine's store within the transaction; {@code JdbcOrderStore.within} makes it
     * @throws StoreUnavailableException if the database fails; whether the transaction can go on is then for the host to see
     */
    public Outcome execute(Command command, OrderStore transaction) {
        if (command == null || transaction == null) {
            throw new IllegalArgumentException("the command or the transaction is null; give both");
        }
        Problem problem = parts.inputCheck().problem(command);
        return problem == null
                ? outcome(joined.handle(command, transaction))
                : rejected(Outcome.Kind.REFUSED, problem, null);
    }

    private Outcome outcome(Handled handled) {
        if (handled instanceof Handled.Refused refused) {
            return rejected(Outcome.Kind.REFUSED, refused.problem(), refused.order());
        }
        if (handled instanceof Handled.Unchanged unchanged) {
            return new Outcome.Accepted(unchanged.order());
        }
        Handled.Taken taken = (Handled.Taken) handled;
        return taken.declined() == null
                ? new Outcome.Accepted(taken.order(), taken.deferred())
                : rejected(Outcome.Kind.DECLINED, taken.declined(), taken.order());
    }

    /**
     * Says what would become of a command now if every service said yes: placing an order, or an action on one.
     *
     * <p>The code that decides is the code of {@link #execute}. Nothing is stored, reserved or paid. The read-only services are
     * asked as far as prices need them.
     *
     * <p>The answer holds for now. An action that a busy order would keep for later is refused, and command ids play no part.
     *
     * <pre>{@code
     * if (engine.preview(Action.on("o-1", "cancel").build()) instanceof Preview.WouldAccept cancelled) {
     *     show(cancelled.order().totals(), cancelled.owed());
     * }
     * }</pre>
     *
     * @throws StoreUnavailableException if the store cannot be reached
     */
    public Preview preview(Command command) {
        Problem problem = parts.inputCheck().problem(command);
        if (problem != null) {
            return rejected(Outcome.Kind.REFUSED, problem, null);
        }
        Previewed previewed = parts.dispatch().dispatcher().preview(command);
        Order order = previewed.order();
        if (previewed.decision() instanceof Decision.Refused refused) {
            return rejected(Outcome.Kind.REFUSED, refused.problem(), order);
        }
        if (previewed.decision() instanceof Decision.Accepted accepted) {
            return Preview.WouldAccept.of(accepted);
        }
        return new Preview.WouldAccept(Objects.requireNonNull(order, "an order that is left as it is"), List.of());
    }

    /** Says what an order would cost, and why. Nothing is stored or reserved. Placing it now gives exactly this (A8). */
    public QuoteResult quote(PlaceOrder command) {
        Problem problem = parts.inputCheck().problem(command);
        return problem == null
                ? parts.decisions().quote(command, parts.time().instant())
                : new QuoteResult.Refused(problem);
    }

    /**
     * Says what an action would give back: {@code cancel}, {@code approve-return}, {@code receive-return}, {@code refund}, {@code
     * modify}. It is a {@link #preview} with its sums. Doing it now gives exactly this (A8).
     */
    public ReverseQuote quoteReverse(Action action) {
        return ReverseQuote.of(preview(action));
    }

    /**
     * Works on a batch of what is due at {@code now}, on the calling thread. It fires timers, performs effects that no thread works on,
     * and queries lost answers. Orders that wait for goods are offered what this engine has put back on sale. For hosts that drive time
     * themselves; others {@link #start} workers.
     *
     * @return the number of orders it worked on; 0 when nothing more is due
     */
    public int runDue(Instant now) {
        return parts.dispatch().dueWork().runDue(now) + arrivals.ofFreed();
    }

    /** Migrates orders from one process definition to another; see {@link #migrate(Migration, MigrationOptions)}. */
    public MigrationReport migrate(Migration migration) {
        return migrate(migration, MigrationOptions.DEFAULT);
    }

    /**
     * Migrates all orders that follow one process definition to another, or says which orders it could migrate.
     *
     * <p>The calling thread reads the orders in batches, newest first. Each is migrated by a command of its own: it is decided on the
     * order as it then stands, decided anew if another commit comes first, and written into the order's history. An order with anything
     * that has no landing place stays as it is, and the report says what that is.
     *
     * <p>Running it again does no harm: migrated orders are left alone. It may run while the orders live, and on several nodes. An order
     * placed under the old definition meanwhile may be missed, so run it again once no node places such orders.
     *
     * @throws IllegalArgumentException if the engine was not given both definitions, or if the migration names states, timers or
     *     effects that do not exist
     * @throws StoreUnavailableException if the store cannot be reached; run it again
     */
    public MigrationReport migrate(Migration migration, MigrationOptions options) {
        return parts.stored().migrations().run(migration, options);
    }

    /**
     * Has one batch of the orders be found by what this engine says that they are found by. A column, a kind of term or an attribute that
     * is new reaches the orders that were there before in this way; others get it with their next change.
     *
     * <p>Orders keep their revision, and live on meanwhile. It may run on several nodes, and again.
     *
     * @param after where an earlier batch ended; null to begin
     * @throws StoreUnavailableException if the store cannot be reached: go on from the same place
     */
    public UpkeepBatch reindex(@Nullable String after) {
        return new UpkeepRun(parts.stored().upkeep()).reindex(after);
    }

    /**
     * Archives one batch of the orders that have ended, owe nothing, and have not changed since an instant. Each is exported with its whole
     * history, and then removed from the store. Its id is not given again: a command on it is refused with {@code order-archived}.
     *
     * <p>Nothing is removed before {@code export} has come back, so an order may be exported twice where the program ends in between,
     * and is never lost.
     *
     * @param before orders that changed at this instant or later stay
     * @param export keeps lines of JSON, one for each order; they must be safe when it returns. What it throws ends the batch
     * @param after where an earlier batch ended; null to begin
     * @throws StoreUnavailableException if the store cannot be reached: begin again
     */
    public UpkeepBatch archive(Instant before, Consumer<List<String>> export, @Nullable String after) {
        return new UpkeepRun(parts.stored().upkeep()).archive(before, export, after);
    }

    /**
     * Erases the personal data of an order that has ended and owes nothing: in its document, in its history, and in what it is found by.
     * That it was erased is then the order's next revision.
     *
     * <p>Erased are the buyer's id, addresses but for country and region, the tax number, who gave commands and why, and the host's own data
     * that {@link OrderEngineBuilder#personal} names. Fingerprints of commands stay.
     *
     * @param by who has it erased
     * @return refused with {@code order-open} where the order has not ended or owes anything
     * @throws StoreUnavailableException if the store cannot be reached: do it again
     */
    public Outcome erase(String orderId, By by) {
        return outcome(parts.stored().upkeep().erase(orderId, by));
    }

    /**
     * Erases the personal data of an order as {@link #erase} does; where the order has not ended or owes anything, it is noted on the order,
     * and done with the due work of any node once it has ended and owes nothing.
     *
     * @throws StoreUnavailableException if the store cannot be reached: do it again
     */
    public Outcome eraseWhenEnded(String orderId, By by) {
        return outcome(parts.stored().upkeep().eraseWhenEnded(orderId, by));
    }

    /**
     * Erases the personal data of one batch of a buyer's orders, as {@link #erase} does. Orders that have not ended are left.
     *
     * @param after where an earlier batch ended; null to begin
     * @throws StoreUnavailableException if the store cannot be reached: begin again
     */
    public UpkeepBatch eraseBuyer(String buyer, By by, @Nullable String after) {
        return new UpkeepRun(parts.stored().upkeep()).erase(buyer, by, after);
    }

    /**
     * Tells that goods arrived. Orders that wait for these products ask the inventory to hold what it has promised them, earliest placed
     * first.
     *
     * <p>The host calls it after every arrival; goods that an order of this engine gives up are offered without it. Calling it again does no harm: an order asks only for what it still waits for. An order
     * whose reservation is being answered at that moment may be missed, so call it from time to time for all products in stock.
     *
     * @param skus the products
     * @return the number of orders that were given units
     * @throws StoreUnavailableException if the store cannot be reached: call it again
     */
    public int goodsArrived(Set<String> skus) {
        return arrivals.of(skus);
    }

    /**
     * Says how this engine is: what waits for people or services for too long, which services do not answer, whether its threads work. {@link
     * org.orderengine.policy.HealthPolicy} says what is too long.
     *
     * <p>It reads a bounded number of orders, and throws nothing where the store cannot be reached: that is a reason too.
     */
    public EngineHealth health() {
        return parts.health().at(parts.time().instant(), workers.living(), workers.wanted());
    }

    /** The service that reads orders. */
    public OrderService orders() {
        return parts.orders();
    }

    /**
     * The commits that follow a place in the feed, of all orders and all nodes, for those who read it themselves; {@link
     * OrderEngineBuilder#subscribe} spares keeping the place. It looks at no more than {@code limit} commits.
     *
     * @param after a place as {@link FeedSlice#next} gave it; null for the beginning
     * @throws QueryRefusedException if {@code after} is no place in the feed
     * @throws IllegalStateException if the store has no feed
     */
    public FeedSlice events(@Nullable String after, int limit) {
        return events(after, null, limit);
    }

    /**
     * The commits of one tenant's orders that follow a place in the feed; else as {@link #events(String, int)}. Commits of others are looked
     * at and passed over, so that a slice may be empty and more may follow.
     *
     * @param tenant the tenant; null for all
     */
    public FeedSlice events(@Nullable String after, @Nullable String tenant, int limit) {
        return following().reader().read(after, tenant, limit);
    }

    /**
     * The subscriptions that the store knows, of all nodes: how they stand, and what a person does with them.
     *
     * @throws IllegalStateException if the store has no feed
     */
    public Subscriptions subscriptions() {
        return following().stored();
    }

    /**
     * Delivers what this engine's subscriptions have not been given yet, a hundred commits to each at most, on the calling thread. For hosts
     * that drive time themselves; others {@link #start} threads.
     *
     * @return how many commits were delivered or passed over; 0 when there is nothing to deliver now
     */
    public int runFeed() {
        return feed == null ? 0 : feed.run(() -> false);
    }

    private EngineFeed following() {
        if (feed == null) {
            throw new IllegalStateException("the store of this engine has no feed; give one whose feed() is not empty");
        }
        return feed;
    }

    /**
     * Starts threads that work on what is due, until the engine is closed. Where the store has a feed, one further thread gives commits their
     * places in it, and one for each subscription delivers.
     *
     * <p>A thread that a service holds beyond the deadline of its call is replaced by another until it comes back. One further thread
     * watches for that, and sleeps nearly always.
     *
     * @param threads the number of threads that work, from 1
     * @throws IllegalStateException if they were started before
     */
    public void start(int threads) {
        workers.start(threads);
        if (feedThreads != null) {
            feedThreads.start();
        }
    }

    /**
     * Stops the threads that it started: each ends when the call that it waits for has come back, and gives back what else it claimed. One
     * that a service holds beyond its deadline is not waited for. The store is the host's to close.
     */
    @Override
    public void close() {
        workers.close();
        if (feedThreads != null) {
            feedThreads.close();
        }
    }

    private Outcome.Rejected rejected(Outcome.Kind kind, Problem problem, @Nullable Order order) {
        List<String> allowed = order == null ? List.of() : parts.orders().allowed(order);
        return new Outcome.Rejected(kind, problem.code(), Texts.shown(problem.message()), allowed, order);
    }
}
