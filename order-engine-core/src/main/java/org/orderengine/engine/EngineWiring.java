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
import org.orderengine.dispatch.Decisions;
import org.orderengine.dispatch.Dispatch;
import org.orderengine.dispatch.FactServices;
import org.orderengine.dispatch.HostCalls;
import org.orderengine.dispatch.HostServices;
import org.orderengine.dispatch.Indexing;
import org.orderengine.dispatch.InputCheck;
import org.orderengine.dispatch.Listeners;
import org.orderengine.dispatch.NodeSettings;
import org.orderengine.dispatch.OrderSessions;
import org.orderengine.dispatch.OrderTerms;
import org.orderengine.dispatch.Processes;
import org.orderengine.dispatch.WatchedStore;
import org.orderengine.memory.MemoryOrderStore;
import org.orderengine.orders.OrderService;
import org.orderengine.orders.stored.Querying;
import org.orderengine.orders.stored.StoredOrders;
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
        InputCheck inputCheck = new InputCheck(host.limits);
        NodeSettings settings = new NodeSettings(host.node, host.time, host.callTimeout, host.circuits, host.leaseFor);
        HostCalls calls = new HostCalls(settings, told);
        Decisions decisions = new Decisions(
                policy(prices, watched.reversal(host.reversal)),
                new FactServices(prices, catalog, host.taxes, host.offers, host.members, calls),
                compiled,
                host.effects.keySet(),
                new ActionKeys(host.actionKeys));
        OrderStore orderStore = WatchedStore.of(host.store == null ? new MemoryOrderStore() : host.store, told);
        Dispatch dispatch = Dispatch.of(
                new OrderSessions(
                        orderStore,
                        new Agenda(host.effectPolicy),
                        compiled,
                        new Indexing(
                                compiled,
                                new OrderTerms(host.foundBy, host.seal == null ? UnaryOperator.identity() : host.seal)),
                        told),
                decisions,
                new HostServices(host.services, locations(), host.allocator, host.effects),
                calls,
                settings);
        OrderService orders = new StoredOrders(
                orderStore,
                new CheckedExplainer(inputCheck, decisions),
                host.time,
                Querying.of(compiled.stateNames(), compiled.names(), host.seal));
        return new OrderEngine(new EngineParts(
                inputCheck,
                decisions,
                dispatch,
                orders,
                new Migrations(decisions.migrations(), dispatch.dispatcher(), orderStore, host.time),
                new HealthCheck(host.health, orders, orderStore, compiled, calls),
                host.time));
    }

    private DecisionPolicy policy(PriceCalculator prices, ReversePolicy reversing) {
        return new DecisionPolicy(
                host.effectPolicy,
                prices,
                reversing,
                host.deposits,
                host.deadlines,
                host.latePayment,
                host.reserving,
                new DecisionPolicy.Services(host.services.keySet(), locations() != null, lost(), host.captures),
                host.margin,
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
