package org.orderengine.engine;

import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.orderengine.decision.action.BuiltInActions;
import org.orderengine.dispatch.ServiceCalls;
import org.orderengine.dispatch.TermSeal;
import org.orderengine.effect.Effect;
import org.orderengine.feed.Subscription;
import org.orderengine.json.DocumentFormats;
import org.orderengine.machine.definition.DefinitionException;
import org.orderengine.machine.definition.Finding;
import org.orderengine.policy.CircuitPolicy;
import org.orderengine.policy.DeadlinePolicy;
import org.orderengine.policy.DepositPolicy;
import org.orderengine.policy.EffectPolicy;
import org.orderengine.policy.HealthPolicy;
import org.orderengine.policy.LatePayment;
import org.orderengine.policy.Limits;
import org.orderengine.policy.MarginPolicy;
import org.orderengine.policy.PricingPolicy;
import org.orderengine.policy.ReservePolicy;
import org.orderengine.policy.ReversePolicy;
import org.orderengine.pricing.Pricing;
import org.orderengine.process.ChildProcesses;
import org.orderengine.process.ProcessDefinition;
import org.orderengine.process.ProcessObserver;
import org.orderengine.process.compiled.BoundProcess;
import org.orderengine.process.compiled.CompiledProcess;
import org.orderengine.process.vocabulary.EffectKind.Service;
import org.orderengine.spi.benefit.BenefitService;
import org.orderengine.spi.benefit.MemberService;
import org.orderengine.spi.catalog.CatalogService;
import org.orderengine.spi.document.DocumentService;
import org.orderengine.spi.inventory.Allocator;
import org.orderengine.spi.inventory.InventoryService;
import org.orderengine.spi.listener.EngineListener;
import org.orderengine.spi.logistics.DeliveryService;
import org.orderengine.spi.logistics.LogisticsService;
import org.orderengine.spi.payment.Captures;
import org.orderengine.spi.payment.PaymentGateway;
import org.orderengine.spi.pricing.ChargeRule;
import org.orderengine.spi.pricing.OfferService;
import org.orderengine.spi.pricing.TaxService;
import org.orderengine.spi.rule.Guard;
import org.orderengine.spi.rule.HostEffectHandler;
import org.orderengine.spi.rule.InstantRule;
import org.orderengine.spi.store.OrderStore;
import org.orderengine.spi.store.OrderTerm;
import org.orderengine.spi.store.StoreUnavailableException;

/**
 * Builds an engine.
 *
 * <p>Only the catalog has to be given. Everything else has a default, which its method states.
 *
 * <pre>{@code
 * OrderEngine engine = OrderEngine.builder()
 *         .catalog(catalog)
 *         .store(JdbcOrderStore.sqlite(Path.of("orders.db")))
 *         .inventory(inventory)
 *         .payments(gateway)
 *         .process(StandardProcesses.physicalGoods())
 *         .guard("member", context -> context.order().customer().memberTier() == null ? "only for members" : null)
 *         .effect("invoice.issue", (order, call) -> EffectResult.done(invoices.issue(call.idempotencyKey(), order)))
 *         .callTimeout(Duration.ofSeconds(5))
 *         .build();
 * }</pre>
 *
 * <p>{@link #build} verifies every process and throws a {@link DefinitionException} with all that is wrong, also where a process asks for
 * payments and there is no gateway.
 *
 * <p>For one thread. The engine that it builds is safe for any number of threads.
 */
public final class OrderEngineBuilder {

    private static final Duration LONGEST = Duration.ofDays(1);

    final List<BoundProcess> processes = new ArrayList<>();
    final Map<String, Guard> guards = new LinkedHashMap<>();
    final Map<String, HostEffectHandler> effects = new LinkedHashMap<>();
    final Map<String, InstantRule> rules = new LinkedHashMap<>();
    final Map<String, List<String>> actionKeys = new LinkedHashMap<>();
    final List<EngineListener> listeners = new ArrayList<>();
    final Map<String, Subscription> subscriptions = new LinkedHashMap<>();
    final Map<Service, ServiceCalls<?>> services = new EnumMap<>(Service.class);

    @Nullable
    OrderStore store;

    @Nullable
    CatalogService catalog;

    TaxService taxes = TaxService.NONE;
    OfferService offers = OfferService.NONE;
    MemberService members = MemberService.NONE;

    @Nullable
    InventoryService inventory;

    Allocator allocator = Allocator.FEWEST_PARCELS;
    Pricing pricing = new Pricing(PricingPolicy.DEFAULT);
    ReversePolicy reversal = ReversePolicy.DEFAULT;
    EffectPolicy effectPolicy = EffectPolicy.DEFAULT;
    DepositPolicy deposits = DepositPolicy.DEFAULT;
    MarginPolicy margin = MarginPolicy.NONE;
    CircuitPolicy circuits = CircuitPolicy.DEFAULT;
    boolean paid = true;
    HealthPolicy health = HealthPolicy.DEFAULT;
    DeadlinePolicy deadlines = DeadlinePolicy.DEFAULT;
    LatePayment latePayment = LatePayment.REFUND;
    ReservePolicy reserving = ReservePolicy.ALL_OR_NOTHING;
    Limits limits = Limits.DEFAULT;
    Function<String, Captures> captures = method -> Captures.MANY;

    @Nullable
    Function<ProcessDefinition, ProcessObserver> observers;

    final Map<String, OrderTerm> foundBy = new LinkedHashMap<>();
    final Set<String> personal = new LinkedHashSet<>();

    @Nullable
    TermSeal seal;

    int writeFormat = DocumentFormats.NEWEST;
    InstantSource time = Clock.systemUTC();
    String node = "node-" + UUID.randomUUID();
    Duration callTimeout = Duration.ofSeconds(10);
    Duration leaseFor = Duration.ofMinutes(1);

    OrderEngineBuilder() {}

    /** The store that keeps orders; in memory unless given. The engine does not close it. */
    public OrderEngineBuilder store(OrderStore orderStore) {
        this.store = given("store", orderStore);
        return this;
    }

    /** The host's products and prices. */
    public OrderEngineBuilder catalog(CatalogService service) {
        this.catalog = given("catalog", service);
        return this;
    }

    /** The host's tax rates; nothing is taxed unless given. */
    public OrderEngineBuilder taxes(TaxService service) {
        this.taxes = given("taxes", service);
        return this;
    }

    /** The host's offers; none unless given. */
    public OrderEngineBuilder offers(OfferService service) {
        this.offers = given("offers", service);
        return this;
    }

    /** The host's members; there are none unless given. */
    public OrderEngineBuilder members(MemberService service) {
        this.members = given("members", service);
        return this;
    }

    /** The host's stock; without it nothing is reserved. */
    public OrderEngineBuilder inventory(InventoryService service) {
        this.inventory = given("inventory", service);
        return plug(
                Service.INVENTORY,
                ServiceCalls.of(Effect.Stock.class, service::query)
                        .on(Effect.ReserveStock.class, service::reserve)
                        .on(Effect.FillBackorder.class, service::fill)
                        .on(Effect.ReleaseStock.class, service::release)
                        .on(Effect.ConsumeStock.class, service::consume)
                        .on(Effect.TakeBackGoods.class, service::takeBack)
                        .on(Effect.RestockGoods.class, service::restock));
    }

    /**
     * The rule for choosing the locations that units are taken from; {@link Allocator#FEWEST_PARCELS} unless given. Not asked where
     * the inventory has one location.
     */
    public OrderEngineBuilder allocator(Allocator rule) {
        this.allocator = given("allocator", rule);
        return this;
    }

    /**
     * The policy on units that are not in stock; {@link ReservePolicy#ALL_OR_NOTHING} unless given. A process overrides it where it names
     * {@code inventory.reserve-partial} or {@code inventory.reserve-backorder}.
     */
    public OrderEngineBuilder reserving(ReservePolicy policy) {
        this.reserving = given("reserving", policy);
        return this;
    }

    /**
     * Says that this engine has no payment providers, and that orders are paid by notification only: {@code pay} and {@code authorize} are refused
     * with {@code no-gateway}, and what has to go back waits for a person.
     */
    public OrderEngineBuilder withoutPayments() {
        this.paid = false;
        return this;
    }

    /** The host's payment providers. Without them, and without {@link #withoutPayments()}, no process may ask for a payment. */
    public OrderEngineBuilder payments(PaymentGateway gateway) {
        captures = given("payments", gateway)::captures;
        return plug(
                Service.PAYMENT,
                ServiceCalls.of(Effect.Charge.class, gateway::query)
                        .on(Effect.AuthorizePayment.class, gateway::authorize)
                        .on(Effect.CapturePayment.class, gateway::capture)
                        .on(Effect.VoidPayment.class, gateway::voidAuthorization)
                        .on(Effect.RefundPayment.class, gateway::refund));
    }

    /** The host's coupons and points; without it none are redeemed or spent. */
    public OrderEngineBuilder benefits(BenefitService service) {
        given("benefits", service);
        return plug(
                Service.BENEFIT,
                ServiceCalls.of(Effect.Benefit.class, service::query).on(Effect.Benefit.class, service::perform));
    }

    /** The host's carriers; without them no carrier is told of parcels. */
    public OrderEngineBuilder logistics(LogisticsService service) {
        given("logistics", service);
        return plug(
                Service.LOGISTICS,
                ServiceCalls.of(Effect.Parcel.class, service::query)
                        .on(Effect.DispatchShipment.class, service::dispatch)
                        .on(Effect.CancelDispatch.class, service::cancel));
    }

    /** The delivery of goods that need no parcel; without it they count as handed over when the process says so. */
    public OrderEngineBuilder delivery(DeliveryService service) {
        given("delivery", service);
        return plug(
                Service.DELIVERY,
                ServiceCalls.of(Effect.DeliverGoods.class, service::query)
                        .on(Effect.DeliverGoods.class, service::deliver));
    }

    /** What numbers invoices and credit notes, which processes ask for by {@code document.issue}. */
    public OrderEngineBuilder documents(DocumentService service) {
        given("documents", service);
        return plug(
                Service.DOCUMENT,
                ServiceCalls.of(Effect.IssueDocument.class, service::query)
                        .on(Effect.IssueDocument.class, service::issue));
    }

    private OrderEngineBuilder plug(Service service, ServiceCalls<?> calls) {
        services.put(service, calls);
        return this;
    }

    /** The policy on prices; {@link PricingPolicy#DEFAULT} unless given. */
    public OrderEngineBuilder pricing(PricingPolicy policy) {
        return pricing(new Pricing(policy));
    }

    /** The pricing, with rules and kinds of offers of the host's own. */
    public OrderEngineBuilder pricing(Pricing rules) {
        this.pricing = given("pricing", rules);
        return this;
    }

    /**
     * One more rule that adds charges beside the goods. A {@link #pricing} that is given later takes its place.
     *
     * @see Pricing#withCharges
     */
    public OrderEngineBuilder chargeRule(ChargeRule rule) {
        this.pricing = pricing.withCharges(given("chargeRule", rule));
        return this;
    }

    /** The policy on how orders are taken back; {@link ReversePolicy#DEFAULT} unless given. */
    public OrderEngineBuilder reversal(ReversePolicy policy) {
        this.reversal = given("reversal", policy);
        return this;
    }

    /** The policy on calls to services and their retries; {@link EffectPolicy#DEFAULT} unless given. */
    public OrderEngineBuilder effects(EffectPolicy policy) {
        this.effectPolicy = given("effectPolicy", policy);
        return this;
    }

    /** How much more than is owed an authorization promises while goods are still to be weighed; {@link MarginPolicy#NONE} unless given. */
    public OrderEngineBuilder margin(MarginPolicy policy) {
        this.margin = given("margin", policy);
        return this;
    }

    /** The policy on deposits; {@link DepositPolicy#DEFAULT} unless given. */
    public OrderEngineBuilder deposits(DepositPolicy policy) {
        this.deposits = given("deposits", policy);
        return this;
    }

    /** The policy on services that keep failing; {@link CircuitPolicy#DEFAULT} unless given. */
    public OrderEngineBuilder circuits(CircuitPolicy policy) {
        this.circuits = given("circuits", policy);
        return this;
    }

    /** The policy on when the engine says that it is not well; {@link HealthPolicy#DEFAULT} unless given. */
    public OrderEngineBuilder health(HealthPolicy policy) {
        this.health = given("health", policy);
        return this;
    }

    /** The policy on how far the timers of one order may be set; {@link DeadlinePolicy#DEFAULT} unless given. */
    public OrderEngineBuilder deadlines(DeadlinePolicy policy) {
        this.deadlines = given("deadlines", policy);
        return this;
    }

    /** The policy on money for an order that lapsed unpaid; {@link LatePayment#REFUND} unless given. */
    public OrderEngineBuilder latePayment(LatePayment policy) {
        this.latePayment = given("latePayment", policy);
        return this;
    }

    /**
     * Adds a process, or another version of one; physical goods unless any is given.
     *
     * <p>A new order follows the latest version of the process that it names, or else of the process that was added first. Every order
     * keeps to the version that it was placed under.
     */
    public OrderEngineBuilder process(ProcessDefinition definition) {
        return process(definition, ChildProcesses.STANDARD);
    }

    /**
     * Adds a process with the machines of its payments, shipments and returns; {@link ChildProcesses#STANDARD} where none are given.
     *
     * <p>The machines belong to the version of the process: orders that were placed under it keep to them.
     */
    public OrderEngineBuilder process(ProcessDefinition definition, ChildProcesses childProcesses) {
        processes.add(new BoundProcess(given("the process", definition), given("its children", childProcesses)));
        return this;
    }

    /**
     * Everything that is wrong with a definition, or may be, at once: what {@link #build} would refuse it for, and warnings. The
     * definition can name the guards, effects and rules that were added so far, and the built-in ones. It is not added by this.
     *
     * @return findings, each at a path such as {@code states.created.on.pay[0].to}, with line and column before it where the
     *     definition was read from a text; {@code docs/verification.md} explains every code
     */
    public List<Finding> verify(ProcessDefinition definition) {
        return CompiledProcess.verify(definition, new EngineWiring(this).registry());
    }

    /** Adds a guard that process definitions can name. */
    public OrderEngineBuilder guard(String name, Guard guard) {
        guards.put(given("the name", name), given(name, guard));
        return this;
    }

    /**
     * Adds an effect that process definitions can name. It is called again with the same key where it is not known whether it was done;
     * {@link HostEffectHandler#once} says otherwise.
     */
    public OrderEngineBuilder effect(String name, HostEffectHandler handler) {
        effects.put(given("the name", name), given(name, handler));
        return this;
    }

    /**
     * Declares what may go with an action of the host's own; other keys are refused, with "did you mean". Anything goes with an action that
     * is not declared. {@code reason} and {@code attributes} go with every action.
     *
     * @throws IllegalArgumentException if the action is built in: what goes with that is known
     */
    public OrderEngineBuilder action(String name, String... keys) {
        if (BuiltInActions.named(given("the name", name)) != null) {
            throw new IllegalArgumentException(
                    name + " is built in, and what goes with it is known; declare actions of your own");
        }
        actionKeys.put(name, List.of(given(name, keys)));
        return this;
    }

    /** Adds a rule for timers that process definitions can name. */
    public OrderEngineBuilder rule(String name, InstantRule rule) {
        rules.put(given("the name", name), given(name, rule));
        return this;
    }

    /**
     * The observers of what orders do in each process, for tests; none unless given. The function is asked once for every process when
     * the engine is built.
     */
    public OrderEngineBuilder observe(Function<ProcessDefinition, ProcessObserver> observers) {
        this.observers = given("observers", observers);
        return this;
    }

    /** Adds a listener to what the engine does, for metrics, traces and alerts. */
    public OrderEngineBuilder listener(EngineListener listener) {
        listeners.add(given("listener", listener));
        return this;
    }

    /**
     * Adds a subscription of the store's feed. It is made known to the store by {@link #build}, and delivered to by the threads that {@link
     * OrderEngine#start} starts, on whichever node of those that have it.
     *
     * @throws IllegalArgumentException if there is one of that name already
     */
    public OrderEngineBuilder subscribe(Subscription subscription) {
        if (subscriptions.putIfAbsent(given("subscription", subscription).name(), subscription) != null) {
            throw new IllegalArgumentException("there are two subscriptions \"" + subscription.name()
                    + "\", and the place of one name is kept once; give each its own");
        }
        return this;
    }

    /** The largest input that is taken; {@link Limits#DEFAULT} unless given. */
    public OrderEngineBuilder limits(Limits bounds) {
        this.limits = given("limits", bounds);
        return this;
    }

    /** Has orders found by an attribute of theirs, as terms of the kind {@link OrderTerm#attribute}. */
    public OrderEngineBuilder foundBy(String attribute) {
        return foundBy(attribute, OrderTerm.attribute(attribute));
    }

    /** Has orders found by an attribute of theirs, as terms of a kind: a number that another system gave, an e-mail address. */
    public OrderEngineBuilder foundBy(String attribute, OrderTerm kind) {
        this.foundBy.put(given("attribute", attribute), given("kind", kind));
        return this;
    }

    /**
     * The format of the documents that this node writes; the newest unless given. It reads that and all before. While nodes of an earlier
     * version run on the same store, newer ones write the format that the earlier version knows: a command whose events it lacks is
     * refused with {@code format-not-enabled}. When all nodes are new, the setting is taken away.
     *
     * <p>Format 1 is that of the first versions; {@code docs/versions.md} says what came with which.
     */
    public OrderEngineBuilder writeFormat(int format) {
        if (format < 1 || format > DocumentFormats.NEWEST) {
            throw new IllegalArgumentException(
                    "there is no format " + format + " to write: give 1 to " + DocumentFormats.NEWEST);
        }
        this.writeFormat = format;
        return this;
    }

    /**
     * Names attributes, and parts of what goes with actions, that are personal: they are erased with the order's other personal data.
     * Attributes that orders are found by as a personal kind of term are personal by themselves.
     */
    public OrderEngineBuilder personal(String... names) {
        for (String name : names) {
            personal.add(given("personal", name));
        }
        return this;
    }

    /** The names of all data of the host's own that is personal. */
    Set<String> allPersonal() {
        Set<String> all = new LinkedHashSet<>(personal);
        foundBy.forEach((attribute, kind) -> {
            if (kind.isPersonal()) {
                all.add(attribute);
            }
        });
        return all;
    }

    /**
     * The key that personal terms, such as phone numbers, are hashed under before they come into the store's index; they stand there
     * in the clear unless one is given. The order's document is not changed by it. Under another key, orders are found by these terms
     * only once they are indexed anew.
     *
     * @param key at least {@value TermSeal#LEAST} bytes
     */
    public OrderEngineBuilder sealTerms(byte[] key) {
        this.seal = new TermSeal(given("seal", key).clone());
        return this;
    }

    /** The clock; the system's clock in UTC unless given. */
    public OrderEngineBuilder time(InstantSource source) {
        this.time = given("time", source);
        return this;
    }

    /** The name of this node in leases; a random one unless given. */
    public OrderEngineBuilder node(String name) {
        if (given("node", name).isBlank()) {
            throw new IllegalArgumentException("a node needs a name, which leases carry for people");
        }
        this.node = name;
        return this;
    }

    /**
     * The time that a service has for one call, which the call's deadline states; 10 seconds unless given.
     *
     * @param duration more than zero, at most a day
     */
    public OrderEngineBuilder callTimeout(Duration duration) {
        this.callTimeout = requireWorkable("the call timeout", duration);
        return this;
    }

    /**
     * The lease on an order that fell due, after which another node may take it over; a minute unless given. Several times the call
     * timeout lets a node make several calls for an order under one lease.
     *
     * @param duration more than zero, at most a day
     */
    public OrderEngineBuilder leaseFor(Duration duration) {
        this.leaseFor = requireWorkable("the lease", duration);
        return this;
    }

    /**
     * The engine.
     *
     * @throws DefinitionException if a process has errors, with all of them, or if there are subscriptions and the store has no feed
     * @throws IllegalStateException if the catalog is missing
     * @throws StoreUnavailableException if there are subscriptions, and the store cannot be reached
     */
    public OrderEngine build() {
        if (catalog == null) {
            throw new IllegalStateException("an engine needs the host's catalog; give it with catalog(...)");
        }
        return new EngineWiring(this).engine(catalog);
    }

    private static <T> T given(String what, @Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException(what + " is null; leave it out where nothing is to be plugged in");
        }
        return value;
    }

    private static Duration requireWorkable(String what, Duration duration) {
        if (given(what, duration).isNegative() || duration.isZero() || duration.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    what + " is " + duration + "; give more than zero and at most " + LONGEST);
        }
        return duration;
    }
}
