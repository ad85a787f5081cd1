package org.orderengine.testkit.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.orderengine.engine.Outcome;
import org.orderengine.engine.Preview;
import org.orderengine.pricing.QuoteResult;

/**
 * Runs the steps of a scenario. The output of a step is made only when it is asked for. Steps that start together therefore all
 * show how things stand when all have ended.
 */
final class StepRunner {

    private final ScenarioShop world;
    private final Session session;
    private final ResultView telling;
    private final Notifications notifications;

    StepRunner(Scenario scenario, ScenarioShop world, Session session, ResultView telling) {
        this.world = world;
        this.session = session;
        this.telling = telling;
        this.notifications = new Notifications(world.gateway(), scenario.currency());
    }

    /** Does a step; what is returned tells what came of it. */
    Supplier<Map<String, @Nullable Object>> perform(Step step, int number) {
        Supplier<Map<String, @Nullable Object>> told = begin(step, number);
        session.tellOfGoods();
        return told;
    }

    private Supplier<Map<String, @Nullable Object>> begin(Step step, int number) {
        if (step.at() != null) {
            session.advanceTo(step.at());
        }
        Supplier<Map<String, @Nullable Object>> told = perform(step.deed());
        return () -> {
            Map<String, @Nullable Object> output = new LinkedHashMap<>();
            output.put("step", number);
            if (step.id() != null) {
                output.put("id", step.id());
            }
            output.putAll(told.get());
            return output;
        };
    }

    private Supplier<Map<String, @Nullable Object>> perform(Step.Deed deed) {
        if (deed instanceof Step.Quote quote) {
            QuoteResult result = session.engine().quote(quote.order());
            return () -> telling.quoted(quote.order(), result);
        } else if (deed instanceof Step.Place place) {
            Outcome outcome = session.engine().execute(place.order());
            return () -> telling.placed(place.order(), outcome);
        } else if (deed instanceof Step.Act act) {
            if (act.isDry()) {
                Preview preview = session.engine().preview(act.action());
                return () -> telling.previewed(act.action().orderId(), preview);
            }
            Outcome outcome = notifications.around(act.action(), session.engine()::execute);
            return () -> telling.acted(act.action().orderId(), outcome);
        } else if (deed instanceof Step.Together together) {
            return together(together.steps());
        } else if (deed instanceof Step.Find find) {
            return () -> telling.found(find);
        } else if (deed instanceof Step.Arrive arrive) {
            world.inventory().add(arrive.sku(), arrive.quantity());
        } else if (deed instanceof Step.Advance advance) {
            session.advance(advance.duration());
        } else {
            session.restart();
        }
        return ResultView::accepted;
    }

    private Supplier<Map<String, @Nullable Object>> together(List<Step> steps) {
        List<Supplier<Map<String, @Nullable Object>>> told = steps.isEmpty() ? List.of() : start(steps);
        return () -> {
            List<Object> results = new ArrayList<>();
            told.forEach(each -> results.add(each.get()));
            Map<String, @Nullable Object> output = ResultView.accepted();
            output.put("results", results);
            return output;
        };
    }

    /** Starts all steps at the same moment, each on a thread of its own, and waits for all of them. */
    private List<Supplier<Map<String, @Nullable Object>>> start(List<Step> steps) {
        ExecutorService threads = Executors.newFixedThreadPool(steps.size());
        try {
            CyclicBarrier start = new CyclicBarrier(steps.size());
            List<Future<Supplier<Map<String, @Nullable Object>>>> running = new ArrayList<>();
            for (int index = 0; index < steps.size(); index++) {
                Step step = steps.get(index);
                int number = index + 1;
                running.add(threads.submit(() -> {
                    start.await();
                    return begin(step, number);
                }));
            }
            List<Supplier<Map<String, @Nullable Object>>> told = new ArrayList<>();
            for (Future<Supplier<Map<String, @Nullable Object>>> each : running) {
                told.add(each.get());
            }
            return told;
        } catch (ExecutionException broken) {
            throw new IllegalStateException("one of the steps that started together broke", broken.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while steps ran together", interrupted);
        } finally {
            threads.shutdownNow();
        }
    }
}
