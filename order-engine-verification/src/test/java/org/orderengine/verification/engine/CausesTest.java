package org.orderengine.verification.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orderengine.verification.engine.TestShop.threeLines;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.orderengine.command.PlaceOrder;
import org.orderengine.engine.OrderEngineBuilder;
import org.orderengine.policy.PricingPolicy;
import org.orderengine.policy.ReturnPolicy;
import org.orderengine.policy.ReversePolicy;
import org.orderengine.pricing.Pricing;
import org.orderengine.pricing.PricingRules;
import org.orderengine.process.ProcessDefinition;
import org.orderengine.spi.listener.EngineListener;
import org.slf4j.LoggerFactory;

/** What a host's code throws can be found with its stack trace, and is in no log that did not ask for it. */
class CausesTest {

    private final List<EngineListener.HostThrew> causes = new ArrayList<>();

    private final EngineListener listener = new EngineListener() {
        @Override
        public void hostThrew(HostThrew threw) {
            causes.add(threw);
        }
    };

    @SuppressWarnings("TypeParameterUnusedInFormals") // It never returns, so it is of every type.
    private static <T> T fail() {
        throw new IllegalStateException("printer on fire");
    }

    private TestShop shop(UnaryOperator<OrderEngineBuilder> otherwise) {
        return new TestShop(builder ->
                otherwise.apply(TestShop.withStandardProcesses(builder)).listener(listener));
    }

    private void assertTold(String what, @Nullable String order) {
        assertThat(causes).isNotEmpty().allSatisfy(threw -> {
            assertThat(threw.what()).isEqualTo(what);
            assertThat(threw.orderId()).isEqualTo(order);
            assertThat(threw.cause()).hasMessage("printer on fire").hasStackTraceContaining("CausesTest.fail");
        });
    }

    private static ProcessDefinition oneState(String guard) {
        return ProcessDefinition.named("own", 1)
                .initial("open")
                .state("open", state -> state.on("close").when(guard).to("closed"))
                .state("closed", state -> state.end())
                .build();
    }

    @Test
    void of_an_effect() {
        ProcessDefinition process = ProcessDefinition.named("own", 1)
                .initial("printing")
                .state("printing", state -> state.run("label.print").done("printed"))
                .state("printed", state -> state.end())
                .build();
        TestShop shop = new TestShop(
                builder -> builder.process(process).listener(listener).effect("label.print", (order, call) -> fail()));
        shop.execute(threeLines("o"));
        assertTold("label.print", "o");
    }

    @Test
    void of_a_guard() {
        TestShop shop = new TestShop(builder ->
                builder.process(oneState("careful")).listener(listener).guard("careful", context -> fail()));
        shop.execute(threeLines("o"));
        shop.act("o", "close");
        assertTold("guard \"careful\"", "o");
    }

    @Test
    void of_a_rule_for_timers() {
        ProcessDefinition process = ProcessDefinition.named("own", 1)
                .initial("open")
                .state("open", state -> state.after("late", "show-begins").to("closed"))
                .state("closed", state -> state.end())
                .build();
        TestShop shop = new TestShop(
                builder -> builder.process(process).listener(listener).rule("show-begins", (order, now) -> fail()));
        shop.execute(threeLines("o"));
        assertTold("rule \"show-begins\"", "o");
    }

    @Test
    void of_services_that_are_read() {
        shop(builder -> builder.catalog((skus, origin) -> fail())).execute(threeLines("o"));
        assertTold("the catalog service", null);
        causes.clear();
        shop(builder -> builder.taxes((categories, origin) -> fail())).execute(threeLines("o"));
        assertTold("the tax service", null);
        causes.clear();
        shop(builder -> builder.offers((origin, coupons, now) -> fail())).execute(threeLines("o"));
        assertTold("the offers service", null);
        causes.clear();
        shop(builder -> builder.members(buyer -> fail())).execute(threeLines("o"));
        assertTold("the members service", null);
    }

    @Test
    void of_a_pricing_rule() {
        PricingRules rules = PricingRules.standard().after(PricingRules.OFFERS, "staff", sheet -> fail());
        shop(builder -> builder.pricing(new Pricing(PricingPolicy.DEFAULT, rules, Map.of())))
                .execute(threeLines("o"));
        assertTold("the pricing rule \"staff\"", null);
    }

    @Test
    void of_policies_on_returns() {
        TestShop shop = shop(builder ->
                builder.reversal(ReversePolicy.DEFAULT.withReturns(ReturnPolicy.DEFAULT.rule(request -> fail()))));
        delivered(shop);
        shop.act("o", "request-return");
        assertTold("a rule for returns", "o");
    }

    @Test
    void of_policies_on_refunds_and_coupons() {
        TestShop shop = shop(builder -> builder.reversal(ReversePolicy.DEFAULT.withRefunds(refund -> fail())));
        shop.execute(threeLines("o"));
        shop.act("o", "pay");
        shop.act("o", "cancel");
        assertTold("the policy on refunds", "o");
        causes.clear();
        TestShop other =
                shop(builder -> builder.reversal(ReversePolicy.DEFAULT.withCoupons((order, coupon) -> fail())));
        other.execute(
                PlaceOrder.of("o").buyer("ann").line("LAMP", 2).coupon("TEN").build());
        other.act("o", "cancel");
        assertTold("the policy on coupons", "o");
    }

    @Test
    void are_in_the_log_only_where_it_is_asked_for() throws ReflectiveOperationException {
        assertThat(logged(() -> printWithBrokenPrinter())).doesNotContain("printer on fire");

        Object logger = LoggerFactory.getLogger("org.orderengine.cause");
        Field level = logger.getClass().getDeclaredField("currentLogLevel");
        level.setAccessible(true);
        int before = level.getInt(logger);
        level.setInt(logger, 0);
        try {
            assertThat(logged(() -> printWithBrokenPrinter()))
                    .contains("org.orderengine.cause", "Order o: label.print threw", "printer on fire", "CausesTest");
        } finally {
            level.setInt(logger, before);
        }
    }

    private static void printWithBrokenPrinter() {
        ProcessDefinition process = ProcessDefinition.named("own", 1)
                .initial("printing")
                .state("printing", state -> state.run("label.print").done("printed"))
                .state("printed", state -> state.end())
                .build();
        new TestShop(builder -> builder.process(process).effect("label.print", (order, call) -> fail()))
                .execute(threeLines("o"));
    }

    private static String logged(Runnable what) {
        PrintStream before = System.err;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        System.setErr(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            what.run();
        } finally {
            System.setErr(before);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static void delivered(TestShop shop) {
        shop.execute(threeLines("o"));
        shop.act("o", "pay");
        shop.act("o", "ship");
        shop.act("o", "deliver");
        shop.advance(Duration.ofMinutes(1));
        assertThat(shop.state("o")).isEqualTo("delivered");
    }
}
