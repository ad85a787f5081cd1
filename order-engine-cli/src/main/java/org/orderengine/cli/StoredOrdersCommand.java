package org.orderengine.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.orderengine.engine.OrderEngine;
import org.orderengine.engine.OrderEngineBuilder;
import org.orderengine.engine.UpkeepBatch;
import org.orderengine.process.StandardProcesses;
import org.orderengine.spi.store.OrderStore;
import org.orderengine.spi.store.QueryRefusedException;
import org.orderengine.spi.store.StoreUnavailableException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * A command that works on all orders of a store, batch by batch, by an engine that knows the standard processes.
 *
 * <p>After each batch it says on standard error how far it is, and where another run could go on.
 */
abstract class StoredOrdersCommand implements Callable<Integer> {

    @Mixin
    private StoreOptions store;

    @Option(
            names = "--after",
            paramLabel = "PLACE",
            description = "Where an earlier run ended, as it said itself; from the beginning unless given.")
    private @Nullable String after;

    @Spec
    private CommandSpec spec;

    private long seen;
    private long done;
    private long left;

    /** The next batch from a place on. */
    abstract Function<@Nullable String, UpkeepBatch> batches(OrderEngine engine);

    /** What the orders that are done with are, for people: {@code indexed}, {@code archived}. */
    abstract String word();

    /** What else the engine has to know. */
    OrderEngineBuilder with(OrderEngineBuilder engine) {
        return engine;
    }

    final PrintWriter err() {
        return spec.commandLine().getErr();
    }

    @Override
    public Integer call() {
        if (store.choice() instanceof StoreChoice.Memory) {
            err().println("say in which store the orders are kept: --store sqlite:FILE or jdbc:…");
            return Main.NOT_UNDERSTOOD;
        }
        try (Stores stores = store.stores();
                OrderStore orders = stores.existing()) {
            if (orders == null) {
                err().println(stores + ": there is no such file, so there are no orders in it");
                return Main.NOT_UNDERSTOOD;
            }
            return run(orders);
        } catch (StoreUnavailableException | QueryRefusedException failed) {
            err().println(failed.getMessage());
            return Main.NOT_UNDERSTOOD;
        }
    }

    private int run(OrderStore orders) {
        OrderEngineBuilder builder =
                OrderEngine.builder().withoutPayments().store(orders).catalog((skus, origin) -> Map.of());
        for (String name : StandardProcesses.names()) {
            StandardProcesses.named(name).ifPresent(builder::process);
        }
        try (OrderEngine engine = with(builder).build()) {
            Function<@Nullable String, UpkeepBatch> batches = batches(engine);
            String next = after;
            do {
                UpkeepBatch batch = batches.apply(next);
                next = batch.next();
                tell(batch);
            } while (next != null);
        }
        spec.commandLine()
                .getOut()
                .println("{\"seen\":" + seen + ",\"" + word() + "\":" + done + ",\"left\":" + left + "}");
        return left == 0 ? 0 : Main.DIFFERENT;
    }

    private void tell(UpkeepBatch batch) {
        seen += batch.seen();
        done += batch.done();
        List<UpkeepBatch.Left> some = batch.left();
        left += some.size();
        some.forEach(one -> err().println(one.orderId() + ": " + one.code() + ": " + one.message()));
        err().println(seen + " orders seen, " + done + " " + word() + ", " + left + " left"
                + (batch.next() == null ? "" : "; to go on from here: --after " + batch.next()));
    }
}
