package org.orderengine.verification.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orderengine.verification.engine.TestShop.eur;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.orderengine.command.Action;
import org.orderengine.command.Payload;
import org.orderengine.command.PlaceOrder;
import org.orderengine.decision.ActionExplanation;
import org.orderengine.engine.Outcome;
import org.orderengine.engine.Preview;
import org.orderengine.engine.ReverseQuote;
import org.orderengine.event.Event;
import org.orderengine.json.OrderDocument;
import org.orderengine.model.Address;
import org.orderengine.model.Money;
import org.orderengine.model.Order;
import org.orderengine.model.ProposedChange;
import org.orderengine.orders.TimelineEntry;
import org.orderengine.policy.ModifyPrices;
import org.orderengine.policy.ReversePolicy;
import org.orderengine.process.ProcessDefinition;
import org.orderengine.process.ProcessJson;
import org.orderengine.testkit.Answer;
import org.orderengine.testkit.FakeCatalog;
import org.orderengine.testkit.FakeInventory;

/** A change that one asks for and another confirms: nothing of it happens in between. */
class TwoStepModifyTest {

    private static final String ID = "o-1";

    /** Changes of a paid order are proposed, and are answered within two days. */
    private static final ProcessDefinition ASKING = ProcessJson.read(
            """
            { "process": "asking", "initial": "placing",
              "states": {
                "placing": { "run": ["inventory.reserve", "coupons.redeem", "points.spend"],
                             "done": "created", "declined": "cancelling" },
                "created": { "on": { "pay": "paying", "modify": {}, "cancel": [ { "when": "nothing-left", "to": "cancelling" }, {} ] } },
                "paying": { "run": "payment.capture", "done": [ { "when": "fully-paid", "to": "paid" }, "created" ],
                            "declined": "created" },
                "paid": {
                  "on": { "ship": { "when": "fully-paid", "to": "shipped" }, "pay": {}, "modify": {},
                          "request-modify": {},
                          "cancel": [ { "when": "nothing-left", "to": "cancelling" }, {} ] },
                  "initial": "quiet",
                  "states": {
                    "quiet": { "on": { "request-modify": "asked" } },
                    "asked": { "always": { "when": "nothing-proposed", "to": "quiet" },
                               "on": { "confirm-modify": "quiet", "decline-modify": "quiet" },
                               "after": { "unanswered": { "in": "P2D", "to": "quiet" } },
                               "exit": "proposal.drop" } } },
                "shipped": { "on": { "deliver": "done" } },
                "done": { "final": true },
                "cancelling": { "run": "reverse", "done": "cancelled" },
                "cancelled": { "final": true } } }""");

    private final TestShop shop = new TestShop(ASKING);

    @Test
    void a_change_that_is_asked_for_stands_on_the_order_with_its_price_and_changes_nothing_else() {
        Order before = paid(shop);
        Outcome asked = shop.execute(request(4).set("reason", "for mum").build());

        assertThat(asked).isInstanceOf(Outcome.Accepted.class);
        Order order = shop.order(ID);
        ProposedChange proposed = waiting(shop);
        assertThat(proposed.difference()).as("two lamps more, with 19 %%").isEqualTo(eur("23.80"));
        assertThat(proposed.reason()).isEqualTo("for mum");
        assertThat(proposed.since()).isEqualTo(shop.clock.instant());
        assertThat(order.books()).isEqualTo(before.books());
        assertThat(order.flow().effects()).isEmpty();
        assertThat(shop.inventory.held(ID)).isEqualTo(10);
        assertThat(shop.engine.orders().allowed(order)).contains("confirm-modify", "decline-modify");
    }

    @Test
    void what_is_confirmed_reserves_and_has_to_be_paid_and_what_makes_it_cheaper_is_refunded() {
        paid(shop);
        shop.execute(request(4).build());
        shop.act(ID, "confirm-modify");

        assertThat(shop.order(ID).flow().proposal()).isNull();
        assertThat(shop.order(ID).totals().outstanding()).isEqualTo(eur("23.80"));
        assertThat(shop.inventory.held(ID)).isEqualTo(12);
        assertThat(code(shop.act(ID, "ship"))).isEqualTo("guard-refused");
        shop.act(ID, "pay");

        shop.execute(request(1).build());
        assertThat(waiting(shop).difference()).isEqualTo(eur("-35.70"));
        shop.act(ID, "confirm-modify");
        assertThat(shop.order(ID).totals().refunded()).isEqualTo(eur("35.70"));
        assertThat(shop.order(ID).totals().outstanding()).isEqualTo(eur("0.00"));
        assertThat(shop.inventory.held(ID)).isEqualTo(9);
        Invariants.hold(shop, ID);
        Invariants.booksEqualTheProvidersLog(shop, ID);
    }

    @Test
    void what_is_declined_leaves_the_order_as_it_was_with_the_reason_in_its_history() {
        Order before = paid(shop);
        shop.execute(request(4).build());
        shop.execute(Action.on(ID, "decline-modify").set("reason", "sold out").build());

        assertThat(shop.order(ID).flow().proposal()).isNull();
        assertThat(shop.order(ID).books()).isEqualTo(before.books());
        assertThat(last(shop).events()).contains(new Event.ActionTaken("decline-modify", "m5", "sold out"));
        assertThat(code(shop.act(ID, "confirm-modify"))).isEqualTo("not-allowed");
    }

    @Test
    void a_second_proposal_replaces_the_first_and_the_wrong_one_cannot_be_confirmed() {
        paid(shop);
        shop.execute(request(4).set("proposal", "first").build());
        shop.execute(request(3).set("proposal", "second").build());

        assertThat(waiting(shop).id()).isEqualTo("second");
        assertThat(code(shop.execute(
                        Action.on(ID, "confirm-modify").set("proposal", "first").build())))
                .isEqualTo("unknown-proposal");
        shop.execute(Action.on(ID, "confirm-modify").set("proposal", "second").build());
        assertThat(shop.order(ID).books().lines().get(0).units().ordered()).isEqualTo(3);
    }

    @Test
    void an_unanswered_proposal_is_dropped_by_a_timer_of_the_definition() {
        Order before = paid(shop);
        shop.execute(request(4).build());
        shop.advance(Duration.ofDays(2));

        assertThat(shop.state(ID)).isEqualTo("quiet");
        assertThat(shop.order(ID).flow().proposal()).isNull();
        assertThat(shop.order(ID).books()).isEqualTo(before.books());
        assertThat(last(shop).events()).contains(new Event.ProposalEnded("m5"));
    }

    @Test
    void a_cancellation_drops_what_was_asked_for_be_it_of_all_or_of_some_units() {
        paid(shop);
        shop.execute(request(4).build());
        shop.execute(Action.on(ID, "cancel").line("3", 1).build());
        assertThat(shop.order(ID).flow().proposal())
                .as("it was priced for another order")
                .isNull();
        assertThat(shop.state(ID)).isEqualTo("quiet");

        shop.execute(request(4).build());
        shop.act(ID, "cancel");
        assertThat(shop.state(ID)).isEqualTo("cancelled");
        assertThat(shop.order(ID).flow().proposal()).isNull();
        assertThat(shop.order(ID).totals().refunded())
                .isEqualTo(shop.order(ID).totals().captured());
    }

    @Test
    void what_was_shown_is_what_is_confirmed_though_prices_have_changed() {
        FakeCatalog catalog = catalog("10.00");
        TestShop frozen = shop(catalog, ModifyPrices.AS_REQUESTED);
        assertThat(confirmedAfterAPriceOf(frozen, catalog, "15.00")).isEqualTo(eur("10.00"));
    }

    @Test
    void a_policy_has_changes_confirmed_by_the_prices_of_that_day() {
        FakeCatalog catalog = catalog("10.00");
        TestShop today = shop(catalog, ModifyPrices.AS_CONFIRMED);
        assertThat(confirmedAfterAPriceOf(today, catalog, "15.00")).isEqualTo(eur("15.00"));
    }

    /** A cup is added while it costs 10.00, and confirmed while it costs another price: what it then costs. */
    private static Money confirmedAfterAPriceOf(TestShop shop, FakeCatalog catalog, String price) {
        shop.execute(PlaceOrder.of(ID).line("CUP", 1).build());
        shop.act(ID, "pay");
        shop.execute(Action.on(ID, "request-modify")
                .set("lines", List.of(Payload.of(Map.of("sku", "BOWL", "quantity", 1L))))
                .build());
        catalog.sell("BOWL", eur(price));
        shop.act(ID, "confirm-modify");
        Invariants.hold(shop, ID);
        return shop.order(ID).totals().outstanding();
    }

    private static FakeCatalog catalog(String bowl) {
        return new FakeCatalog().sell("CUP", eur("3.33")).sell("BOWL", eur(bowl));
    }

    private static TestShop shop(FakeCatalog catalog, ModifyPrices prices) {
        return new TestShop(
                builder -> builder.process(ASKING).catalog(catalog).reversal(ReversePolicy.DEFAULT.withPrices(prices)));
    }

    @Test
    void an_address_that_is_asked_for_is_kept_and_moved_to_when_confirmed_and_never_described() {
        paid(shop);
        shop.execute(Action.on(ID, "request-modify")
                .set("deliveryAddress", Payload.of(Map.of("city", "Hamburg")))
                .build());
        assertThat(waiting(shop).difference()).isEqualTo(eur("0.00"));
        assertThat(shop.order(ID).toString()).doesNotContain("Hamburg");

        shop.act(ID, "confirm-modify");
        Address moved = shop.order(ID).customer().deliveryAddress();
        assertThat(moved).isNotNull();
        assertThat(moved == null ? null : moved.city()).isEqualTo("Hamburg");
    }

    @Test
    void what_waits_survives_a_restart() {
        paid(shop);
        shop.execute(request(4).build());
        ProposedChange before = waiting(shop);
        byte[] written = shop.store.load(ID).orElseThrow().document().bytes();
        assertThat(OrderDocument.read(() -> written).flow().proposal()).isEqualTo(before);
        shop.restart();
        shop.act(ID, "confirm-modify");
        assertThat(shop.order(ID).books().lines().get(0).units().ordered()).isEqualTo(4);
    }

    @Test
    void stock_that_is_gone_by_then_makes_the_order_again_what_it_was() {
        Order before = paid(shop);
        shop.execute(request(4).build());
        shop.inventory.answer(FakeInventory.Operation.RESERVE, Answer.DECLINED);
        shop.act(ID, "confirm-modify");

        assertThat(shop.order(ID).books()).isEqualTo(before.books());
        assertThat(shop.order(ID).flow().proposal()).isNull();
        assertThat(shop.inventory.held(ID)).isEqualTo(10);
    }

    @Test
    void an_explanation_says_what_waits_and_what_a_confirmation_would_owe() {
        paid(shop);
        ActionExplanation asking = shop.engine.orders().explain(request(4).build());
        assertThat(asking.toString()).contains("leads to asked");
        shop.execute(request(4).build());
        ActionExplanation confirming = shop.engine.orders().explain(ID, "confirm-modify");
        assertThat(confirming.toString()).contains("inventory.reserve").contains("unanswered");
    }

    /** A8, for the request, the confirmation and the refund that a confirmation gives. */
    @Property(tries = 60)
    void a_preview_shows_what_the_run_makes_and_a_quote_what_it_refunds_A8(
            @ForAll @IntRange(min = 0, max = 4) int lamps,
            @ForAll @IntRange(min = 0, max = 6) int cups,
            @ForAll @IntRange(min = 0, max = 2) int added,
            @ForAll boolean shipping) {
        TestShop own = new TestShop(ASKING);
        paid(own);
        Map<String, Object> change = new LinkedHashMap<>();
        change.put("lines", List.of(line("1", lamps), line("2", cups), sku("PIN", 1 + added)));
        if (shipping) {
            change.put("shipping", Payload.of(Map.of("method", "post", "price", eur("4.90"))));
        }
        Order asked = previewEqualsTheRun(own, "request-modify", change);
        Money refund = ((ReverseQuote.Quoted)
                        own.engine.quoteReverse(Action.on(ID, "confirm-modify").build()))
                .refund();
        ProposedChange proposed = asked.flow().proposal();
        assertThat(proposed).isNotNull();
        Money before = asked.totals().total();
        Order confirmed = previewEqualsTheRun(own, "confirm-modify", Map.of());
        assertThat(confirmed.totals().total().minus(before))
                .as("A8: difference")
                .isEqualTo(proposed == null ? null : proposed.difference());
        assertThat(confirmed.totals().refunded()).as("A8: refund").isEqualTo(refund);
        Invariants.hold(own, ID);
    }

    private static Order previewEqualsTheRun(TestShop shop, String action, Map<String, Object> payload) {
        Order before = shop.order(ID);
        Order shown = ((Preview.WouldAccept) shop.engine.preview(action(action, payload))).order();
        assertThat(shop.order(ID)).isEqualTo(before);
        Order made = ((Outcome.Accepted) shop.execute(action(action, payload))).order();
        assertThat(made.flow().proposal())
                .as("A8 of %s", action)
                .isEqualTo(shown.flow().proposal());
        assertThat(made.totals().total())
                .as("A8 of %s", action)
                .isEqualTo(shown.totals().total());
        assertThat(made.position()).as("A8 of %s", action).isEqualTo(shown.position());
        return made;
    }

    private static Action action(String name, Map<String, Object> payload) {
        Action.Builder builder = Action.on(ID, name);
        payload.forEach(builder::set);
        return builder.build();
    }

    private static Order paid(TestShop shop) {
        shop.execute(TestShop.threeLines(ID));
        shop.act(ID, "pay");
        assertThat(shop.state(ID)).isEqualTo("quiet");
        return shop.order(ID);
    }

    private static Action.Builder request(long lamps) {
        return Action.on(ID, "request-modify").set("lines", List.of(line("1", lamps)));
    }

    private static Payload line(String id, long quantity) {
        return Payload.of(Map.of("line", id, "quantity", quantity));
    }

    private static Payload sku(String sku, long quantity) {
        return Payload.of(Map.of("sku", sku, "quantity", quantity));
    }

    private static ProposedChange waiting(TestShop shop) {
        ProposedChange proposed = shop.order(ID).flow().proposal();
        if (proposed == null) {
            throw new AssertionError("no change waits");
        }
        return proposed;
    }

    private static TimelineEntry last(TestShop shop) {
        List<TimelineEntry> timeline = shop.engine.orders().timeline(ID);
        return timeline.get(timeline.size() - 1);
    }

    private static @Nullable String code(Outcome outcome) {
        return outcome instanceof Outcome.Rejected rejected ? rejected.code() : null;
    }
}
