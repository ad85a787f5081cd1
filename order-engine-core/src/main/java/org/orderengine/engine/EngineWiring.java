package org.orderengine.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.orderengine.decision.action.ActionKeys;
import org.orderengine.decision.action.BuiltIns;
import org.orderengine.decision.draft.DecisionPolicy;
import org.orderengine.decision.flow.Agenda;
import org.orderengine.diagram.PastFlows;
import org.orderengine.dispatch.Decisions;
import org.orderengine.dispatch.Dispatch;
import org.orderengine.dispatch.FactServices;
import org.orderengine.dispatch.HostCalls;
import org.orderengine.dispatch.HostServices;
import org.orderengine.dispatch.Indexing;
import org.orderengine.dispatch.InputCheck;
import org.orderengine.dispatch.JoinedCommands;
import org.orderengine.dispatch.Listeners;
import org.orderengine.dispatch.NodeSettings;
import org.orderengine.dispatch.OrderSessions;
import org.orderengine.dispatch.OrderTerms;
import org.orderengine.dispatch.Processes;
import org.orderengine.dispatch.Upkeep;
import org.orderengine.dispatch.WatchedStore;
import org.orderengine.feed.Subscription;
import org.orderengine.feed.delivery.FeedReader;
import org.orderengine.feed.delivery.SubscriptionWork;
import org.orderengine.memory.MemoryOrderStore;
import org.orderengine.orders.OrderService;
import org.orderengine.orders.stored.Querying;
import org.orderengine.orders.stored.StoredOrders;
import org.orderengine.policy.EffectPolicy;
import org.orderengine.policy.ReversePolicy;
import org.orderengine.pricing.quote.PriceCalculator;
import org.orderengine.process.ChildProcesses;
import org.orderengine.process.StandardProcesses;
import org.orderengine.process.compiled.BoundProcess;
import org.orderengine.process.compiled.CompiledProcess;
import org.orderengine.process.vocabulary.EffectKind.Service;
import org.orderengine.process.vocabulary.Registry;
import org.orderengine.spi.catalog.CatalogService;
import org.orderengine.spi.inventory.StockLocations;
import org.orderengine.spi.rule.LostAnswer;
import org.orderengine.spi.store.FeedStore;
import org.orderengine.spi.store.OrderStore;

/** How an engine is put together of what the host gave its builder: the only place where parts are made and handed to each other. */
final class EngineWiring {

    private final OrderEngineBuilder host;

    EngineWiring(OrderEngineBuilder host) {
        this.host = host;
    }

    /** The engine that these parts make. */
    OrderEngine engine(CatalogService catalog) {
        Listeners told = new Listeners(host.listeners, System::nanoTime);
        Watched watched = new Watched(told);
        PriceCalculator prices = new PriceCalculator(watched.pricing(host.pricing));
        Processes compiled = new Processes(compile(watched));
        if (host.paid && !host.services.containsKey(Service.PAYMENT)) {
            ServiceCheck.requireNoPayments(processes());
        }
        NodeSettings settings = new NodeSettings(host.node, host.time, host.callTimeout, host.circuits, host.leaseFor);
        HostCalls calls = new HostCalls(settings, told);
        FactServices facts = new FactServices(prices, catalog, host.taxes, host.offers, host.members, calls);
        DecisionPolicy policy = policy(host.effectPolicy, prices, watched.reversal(host.reversal));
        Decisions decisions = decisions(policy, facts, compiled);
        OrderStore given = host.store == null ? new MemoryOrderStore() : host.store;
        InputCheck inputCheck = new InputCheck(host.limits, given.takesAsciiIdsOnly());
        FeedStore feed = given.feed().orElse(null);
        if (feed == null) {
            ServiceCheck.requireNoSubscriptions(host.subscriptions);
        }
        FeedSignal signal = new FeedSignal();
        OrderStore orderStore = WatchedStore.of(feed == null ? given : new SignallingStore(given, signal), told);
        Indexing indexing = new Indexing(
                compiled, new OrderTerms(host.foundBy, host.seal == null ? UnaryOperator.identity() : host.seal));
        OrderSessions sessions = new OrderSessions(
                orderStore, new Agenda(host.effectPolicy), compiled, indexing, told, host.writeFormat);
        EffectPolicy later = host.effectPolicy.leftToWorkers();
        JoinedCommands joined = new JoinedCommands(
                sessions,
                decisions(policy(later, prices, policy.reversal()), facts, compiled),
                new Agenda(later),
                calls,
                settings);
        Upkeep upkeep = new Upkeep(sessions, settings, host.allPersonal());
        Dispatch dispatch = Dispatch.of(
                sessions,
                decisions,
                new HostServices(host.services, locations(), host.allocator, host.effects),
                calls,
                settings,
                upkeep);
        OrderService orders = new StoredOrders(
                orderStore,
                new CheckedExplainer(inputCheck, decisions, compiled),
                host.time,
                Querying.of(compiled.stateNames(), compiled.names(), host.seal),
                RealPauses::new,
                (histories, now) -> PastFlows.of(compiled::definition, histories, now));
        EngineFeed following = feed == null
                ? null
                : following(new FeedReader(feed, orders, indexing::columns), settings, told, signal);
        EngineParts parts = new EngineParts(
                inputCheck,
                decisions,
                dispatch,
                orders,
                new StoredWork(
                        new Migrations(decisions.migrations(), dispatch.dispatcher(), orderStore, host.time), upkeep),
                new HealthCheck(host.health, orders, orderStore, compiled, calls, following),
                host.time);
        return new OrderEngine(parts, joined, following);
    }

    private Decisions decisions(DecisionPolicy policy, FactServices facts, Processes compiled) {
        return new Decisions(policy, facts, compiled, host.effects.keySet(), new ActionKeys(host.actionKeys));
    }

    /** Makes the subscriptions known to the store, for what they are given begins now. */
    private EngineFeed following(FeedReader reader, NodeSettings settings, Listeners told, FeedSignal signal) {
        SubscriptionWork work = new SubscriptionWork(reader, settings, told);
        List<Subscription> subscriptions = List.copyOf(host.subscriptions.values());
        subscriptions.forEach(work::enroll);
        return new EngineFeed(reader, work, subscriptions, signal);
    }

    private DecisionPolicy policy(EffectPolicy effects, PriceCalculator prices, ReversePolicy reversing) {
        return new DecisionPolicy(
                effects,
                prices,
                reversing,
                host.deposits,
                host.deadlines,
                host.latePayment,
                host.reserving,
                new DecisionPolicy.Services(host.services.keySet(), locations() != null, lost(), host.captures),
                host.limits);
    }

    private Map<String, LostAnswer> lost() {
        Map<String, LostAnswer> lost = new HashMap<>();
        host.effects.forEach((name, handler) -> lost.put(name, handler.whenLost()));
        return lost;
    }

    private @Nullable StockLocations locations() {
        return host.inventory == null ? null : host.inventory.locations().orElse(null);
    }

    private List<BoundProcess> processes() {
        return host.processes.isEmpty()
                ? List.of(new BoundProcess(StandardProcesses.physicalGoods(), ChildProcesses.STANDARD))
                : host.processes;
    }

    private List<CompiledProcess> compile(Watched watched) {
        return CompiledProcess.compileBound(
                processes().stream().map(watched::process).toList(),
                BuiltIns.names(host.deposits)
                        .with(watched.guards(host.guards), host.effects.keySet(), watched.rules(host.rules)),
                host.observers);
    }

    /** The names that processes can be written with. */
    Registry registry() {
        return BuiltIns.names(host.deposits).with(host.guards, host.effects.keySet(), host.rules);
    }
}
