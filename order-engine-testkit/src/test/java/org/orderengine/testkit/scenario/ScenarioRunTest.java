package org.orderengine.testkit.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orderengine.testkit.scenario.ScenarioText.hatShop;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class ScenarioRunTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PLACE = "{ 'place': { 'order': 'o1', 'lines': [ { 'sku': 'HAT', 'quantity': 2 } ] } }";
    private static final String PAY = "{ 'act': { 'order': 'o1', 'action': 'pay' } }";
    private static final String SHIP = "{ 'act': { 'order': 'o1', 'action': 'ship' } }";

    @Test
    void the_output_tells_every_step_and_how_all_stands_at_the_end() throws IOException {
        JsonNode output = output(hatShop(PLACE, PAY, SHIP));
        assertThat(names(output)).containsExactly("scenario", "steps", "orders", "stock", "members", "gateway");
        assertThat(names(output.get("steps").get(0))).containsExactly("step", "accepted", "order");
        assertThat(output.get("steps").get(2).get("step").asInt()).isEqualTo(3);
        assertThat(output.get("orders").get("o1"))
                .isEqualTo(output.get("steps").get(2).get("order"));
        assertThat(output.get("stock").toString()).isEqualTo("{\"HAT\":{\"onHand\":1,\"reserved\":0,\"available\":1}}");
        assertThat(output.get("gateway").toString()).isEqualTo("{\"captured\":\"44.00\",\"refunded\":\"0.00\"}");
    }

    @Test
    void an_order_is_shown_with_every_key_in_the_order_of_the_format() throws IOException {
        JsonNode order = output(hatShop(PLACE, PAY, SHIP)).get("orders").get("o1");
        assertThat(names(order))
                .containsExactly(
                        "order",
                        "process",
                        "version",
                        "state",
                        "phase",
                        "busy",
                        "parked",
                        "final",
                        "revision",
                        "placedAt",
                        "buyer",
                        "business",
                        "channel",
                        "merchant",
                        "currency",
                        "totals",
                        "charges",
                        "lines",
                        "payments",
                        "shipments",
                        "returns",
                        "documents",
                        "coupons",
                        "points",
                        "attributes",
                        "tags",
                        "source",
                        "family",
                        "allowed",
                        "timers",
                        "deferred",
                        "proposal",
                        "history");
        assertThat(names(order.get("totals")))
                .containsExactly(
                        "lines",
                        "discount",
                        "shipping",
                        "charges",
                        "tax",
                        "surcharge",
                        "credit",
                        "total",
                        "authorized",
                        "captured",
                        "refunded",
                        "outstanding",
                        "chargedBack");
        assertThat(names(order.get("lines").get(0)))
                .containsExactly(
                        "line",
                        "sku",
                        "fulfilment",
                        "attributes",
                        "unitPrice",
                        "ordered",
                        "open",
                        "reserved",
                        "backordered",
                        "shipped",
                        "delivered",
                        "cancelled",
                        "returned",
                        "writtenOff",
                        "subtotal",
                        "discount",
                        "tax",
                        "total");
        assertThat(names(order.get("payments").get(0)))
                .containsExactly(
                        "payment", "method", "state", "authorized", "captured", "refunded", "chargedBack", "pending");
        assertThat(names(order.get("shipments").get(0))).containsExactly("shipment", "state", "lines");
        assertThat(names(order.get("points"))).containsExactly("spent", "granted", "returned", "clawedBack");
        assertThat(names(order.get("history").get(0))).containsExactly("revision", "at", "event", "actor", "reason");
        assertThat(order.get("history").get(0).get("event").asText()).isEqualTo("order-placed");
    }

    @Test
    void every_name_in_an_output_can_be_expected() throws IOException {
        JsonNode output = output(hatShop(PLACE, PAY, SHIP, SHIP, quote("o2"), concurrently(PAY, PAY)));
        output.get("steps").forEach(step -> assertKnown(step, OutputNames.STEP));
    }

    @Test
    void a_refused_order_did_not_come_to_be() throws IOException {
        JsonNode output =
                output(hatShop(PLACE, "{ 'place': { 'order': 'o1', 'lines': [ { 'sku': 'HAT', 'quantity': 1 } ] } }"));
        JsonNode refused = output.get("steps").get(1);
        assertThat(names(refused)).containsExactly("step", "accepted", "rejection", "order");
        assertThat(names(refused.get("rejection"))).containsExactly("kind", "code", "message", "allowed");
        assertThat(refused.get("rejection").get("kind").asText()).isEqualTo("refused");
        assertThat(refused.get("order").isNull()).isTrue();
        assertThat(output.get("orders")
                        .get("o1")
                        .get("lines")
                        .get(0)
                        .get("ordered")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void an_order_that_the_warehouse_declines_is_where_its_process_sends_it() throws IOException {
        JsonNode output =
                output(hatShop("{ 'place': { 'order': 'o1', 'lines': [ { 'sku': 'HAT', 'quantity': 4 } ] } }"));
        JsonNode declined = output.get("steps").get(0);
        assertThat(declined.get("rejection").get("kind").asText()).isEqualTo("declined");
        assertThat(declined.get("rejection").get("code").asText()).isEqualTo("out-of-stock");
        assertThat(declined.get("order").get("state").asText()).isEqualTo("rejected");
        assertThat(declined.get("order").get("final").asBoolean()).isTrue();
    }

    @Test
    void a_refused_action_shows_the_order_and_what_would_be_allowed() throws IOException {
        JsonNode refused = output(hatShop(PLACE, SHIP)).get("steps").get(1);
        assertThat(refused.get("accepted").asBoolean()).isFalse();
        assertThat(refused.get("rejection").get("allowed")).contains(JSON.valueToTree("pay"));
        assertThat(refused.get("order").get("state").asText()).isEqualTo("created");
    }

    @Test
    void an_action_on_no_order_shows_none() throws IOException {
        JsonNode refused = output(hatShop(PAY)).get("steps").get(0);
        assertThat(refused.get("rejection").get("code").asText()).isEqualTo("unknown-order");
        assertThat(refused.get("order").isNull()).isTrue();
    }

    @Test
    void a_quote_shows_the_price_and_stores_nothing() throws IOException {
        JsonNode output = output(hatShop(quote("o1"), PLACE));
        JsonNode quoted = output.get("steps").get(0).get("quote");
        JsonNode placed = output.get("steps").get(1).get("order");
        assertThat(quoted.get("totals")).isEqualTo(placed.get("totals"));
        assertThat(quoted.get("history")).isEmpty();
        assertThat(names(quoted)).isEqualTo(names(placed));
        assertThat(output.get("steps").get(1).get("accepted").asBoolean()).isTrue();
    }

    @Test
    void a_quote_that_is_refused_has_no_price() throws IOException {
        JsonNode refused = output(
                        hatShop("{ 'quote': { 'order': 'q', 'lines': [ { 'sku': 'CAT', 'quantity': 1 } ] } }"))
                .get("steps")
                .get(0);
        assertThat(refused.get("rejection").get("code").asText()).isEqualTo("unknown-product");
        assertThat(refused.get("quote").isNull()).isTrue();
    }

    @Test
    void what_falls_due_happens_at_its_own_instant() throws IOException {
        JsonNode output = output(hatShop(
                PLACE,
                "{ 'advance': 'PT10M' }",
                "{ 'place': { 'order': 'o2', 'lines': [ { 'sku': 'HAT', 'quantity': 1 } ] } }",
                "{ 'advance': 'P1D' }",
                "{ 'place': { 'order': 'o3', 'lines': [ { 'sku': 'HAT', 'quantity': 3 } ] } }"));
        assertThat(instantOf("timer-fired", output.get("orders").get("o1"))).isEqualTo("2026-01-01T00:30:00Z");
        assertThat(instantOf("timer-fired", output.get("orders").get("o2"))).isEqualTo("2026-01-01T00:40:00Z");
        assertThat(instantOf("order-placed", output.get("orders").get("o3"))).isEqualTo("2026-01-02T00:10:00Z");
    }

    @Test
    void a_step_takes_place_at_its_instant_after_what_was_due_before() throws IOException {
        JsonNode output = output(hatShop(
                PLACE, "{ 'id': 'late', 'at': '2026-01-01T01:00:00Z', 'act': { 'order': 'o1', 'action': 'pay' } }"));
        JsonNode late = output.get("steps").get(1);
        assertThat(late.get("id").asText()).isEqualTo("late");
        assertThat(late.get("accepted").asBoolean()).isFalse();
        assertThat(late.get("order").get("state").asText()).isEqualTo("cancelled");
    }

    @Test
    void orders_and_the_outside_world_survive_a_restart() throws IOException {
        JsonNode plain = output(hatShop(PLACE, PAY, SHIP));
        JsonNode restarted = output(hatShop(PLACE, "{ 'restart': true }", PAY, "{ 'restart': true }", SHIP));
        assertThat(restarted.get("orders")).isEqualTo(plain.get("orders"));
        assertThat(restarted.get("stock")).isEqualTo(plain.get("stock"));
        assertThat(restarted.get("gateway")).isEqualTo(plain.get("gateway"));
    }

    @Test
    void goods_that_arrive_can_be_sold() throws IOException {
        JsonNode output = output(hatShop(
                "{ 'stock': { 'sku': 'HAT', 'add': 2 } }",
                "{ 'place': { 'order': 'o1', 'lines': [ { 'sku': 'HAT', 'quantity': 5 } ] } }"));
        assertThat(output.get("steps").get(1).get("accepted").asBoolean()).isTrue();
        assertThat(output.get("stock").get("HAT").get("reserved").asInt()).isEqualTo(5);
    }

    @RepeatedTest(10)
    void of_buyers_who_come_together_as_many_get_a_hat_as_there_are() throws IOException {
        List<String> buyers = new ArrayList<>();
        for (int buyer = 1; buyer <= 6; buyer++) {
            buyers.add("{ 'place': { 'order': 'o" + buyer + "', 'lines': [ { 'sku': 'HAT', 'quantity': 1 } ] } }");
        }
        JsonNode output = output(hatShop(concurrently(buyers.toArray(String[]::new))));
        JsonNode results = output.get("steps").get(0).get("results");
        assertThat(results).hasSize(6);
        assertThat(results.findValuesAsText("accepted").stream().filter("true"::equals))
                .hasSize(3);
        assertThat(output.get("stock").get("HAT").get("available").asInt()).isZero();
    }

    @RepeatedTest(10)
    void steps_that_start_together_tell_how_things_stand_when_all_have_ended() throws IOException {
        JsonNode output = output(hatShop(PLACE, concurrently(PAY, PAY, "{ 'advance': 'PT30M' }")));
        JsonNode results = output.get("steps").get(1).get("results");
        assertThat(results.get(0).get("order")).isEqualTo(results.get(1).get("order"));
        assertThat(results.get(0).get("order")).isEqualTo(output.get("orders").get("o1"));
        assertThat(output.get("orders").get("o1").get("state").asText()).isIn("paid", "cancelled");
    }

    @Test
    void a_difference_names_file_step_and_path() {
        assertThat(hatShop(
                                PLACE.replaceFirst("}$", ", 'expect': { 'order': { 'state': 'paid' } } }"),
                                concurrently(
                                        PAY.replaceFirst("}$", ", 'expect': { 'order': { 'busy': true } } }"),
                                        "{ 'restart': true }"))
                        .run()
                        .differences())
                .containsExactly(
                        "hats.json: step 1: order.state: expected \"paid\", was \"created\"",
                        "hats.json: step 2: results[0].order.busy: expected true, was false");
    }

    @Test
    void money_that_arrives_by_notification_is_in_the_log_of_the_provider_once() throws IOException {
        String notification = "{ 'act': { 'order': 'o1', 'action': 'payment-received', 'method': 'bank', "
                + "'amount': '44.00', 'reference': 'tx-1' } }";
        JsonNode output = output(hatShop(PLACE, notification, notification));
        assertThat(output.get("gateway").get("captured").asText()).isEqualTo("44.00");
        assertThat(output.get("orders").get("o1").get("totals").get("captured").asText())
                .isEqualTo("44.00");
    }

    @Test
    void money_of_a_notification_that_is_refused_went_back() throws IOException {
        JsonNode output =
                output(hatShop("{ 'act': { 'order': 'nobody', 'action': 'payment-received', 'method': 'bank', "
                        + "'amount': '44.00', 'reference': 'tx-1' } }"));
        assertThat(output.get("steps").get(0).get("accepted").asBoolean()).isFalse();
        assertThat(output.get("gateway").get("captured").asText()).isEqualTo("0.00");
    }

    @Test
    void points_and_their_owners_are_told() throws IOException {
        JsonNode output = output(
                ScenarioText.parse(
                        """
                { 'scenario': 'points', 'currency': 'EUR', 'catalog': [ { 'sku': 'A', 'price': '1.00' } ],
                  'members': [ { 'buyer': 'ann', 'tier': 'gold', 'points': 30 } ], 'points': { 'worth': '0.01' },
                  'steps': [ { 'place': { 'order': 'o1', 'buyer': 'ann', 'points': 20,
                               'lines': [ { 'sku': 'A', 'quantity': 1 } ] } } ] }
                """));
        assertThat(output.get("members").toString()).isEqualTo("{\"ann\":{\"points\":10}}");
        assertThat(output.get("orders").get("o1").get("points").get("spent").asInt())
                .isEqualTo(20);
    }

    @Test
    void an_engine_that_breaks_is_a_difference_and_what_came_before_is_told() throws IOException {
        ScenarioResult result = hatShop(PLACE, PAY, SHIP).run(() -> new BreakingStore(3));
        assertThat(result.passed()).isFalse();
        assertThat(result.differences().get(0))
                .startsWith("hats.json: step 2: ")
                .contains("the disk is full");
        assertThat(JSON.readTree(result.json()).get("steps")).hasSize(1);
    }

    @Test
    void a_store_that_cannot_be_opened_is_a_difference() {
        ScenarioResult result = hatShop(PLACE).run(() -> {
            throw new IllegalStateException("no such database");
        });
        assertThat(result.differences()).singleElement().asString().contains("no such database");
    }

    private static JsonNode output(Scenario scenario) throws IOException {
        ScenarioResult result = scenario.run();
        assertThat(result.differences()).isEmpty();
        assertThat(result.json()).doesNotContain("\n");
        return JSON.readTree(result.json());
    }

    private static String quote(String order) {
        return "{ 'quote': { 'order': '" + order + "', 'lines': [ { 'sku': 'HAT', 'quantity': 2 } ] } }";
    }

    private static String concurrently(String... steps) {
        return "{ 'concurrently': [ " + String.join(", ", steps) + " ] }";
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static String instantOf(String event, JsonNode order) {
        for (JsonNode happening : order.get("history")) {
            if (happening.get("event").asText().equals(event)) {
                return happening.get("at").asText();
            }
        }
        return "never";
    }

    private static void assertKnown(JsonNode value, OutputNames names) {
        if (value.isArray()) {
            value.forEach(element -> assertKnown(element, names));
        }
        names(value).forEach(name -> {
            OutputNames inner = names.inner(name);
            assertThat(inner).as("what may be expected of \"%s\"", name).isNotNull();
            if (inner != null) {
                assertKnown(value.get(name), inner);
            }
        });
    }
}
