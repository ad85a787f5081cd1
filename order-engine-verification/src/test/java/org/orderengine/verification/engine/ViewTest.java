package org.orderengine.verification.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.orderengine.command.PlaceOrder;
import org.orderengine.engine.Outcome;
import org.orderengine.pricing.QuoteResult;
import org.orderengine.spi.store.OrderCriteria;
import org.orderengine.view.OrderJson;

/** The JSON in which other programs read orders. */
class ViewTest {

    private final TestShop shop = new TestShop();
    private final OrderJson json = new OrderJson(shop.engine.orders());

    @Test
    void the_light_view_is_the_whole_one_without_what_costs_more_to_find() {
        shop.execute(lamps("o-1"));

        Map<String, @Nullable Object> whole = json.order(shop.order("o-1"));
        Map<String, @Nullable Object> light = json.light(shop.order("o-1"));

        Set<String> rest = new LinkedHashSet<>(whole.keySet());
        rest.removeAll(light.keySet());
        assertThat(rest).containsExactly("allowed", "timers", "history");
        assertThat(whole).containsAllEntriesOf(light);
        assertThat(String.valueOf(whole.get("history"))).contains("order-placed");
    }

    @Test
    void a_page_shows_its_orders_and_where_the_next_begins() {
        shop.execute(lamps("o-1"));
        shop.execute(lamps("o-2"));

        String page = OrderJson.write(json.page(shop.engine.orders().list(OrderCriteria.ALL, null, 1)));
        Map<String, @Nullable Object> last = json.page(shop.engine.orders().list(OrderCriteria.ALL, null, 2));

        assertThat(page).startsWith("{\"orders\":[{\"order\":\"o-").contains("\"next\":\"");
        assertThat(last).containsEntry("next", null);
        assertThat((List<?>) Objects.requireNonNull(last.get("orders"))).hasSize(2);
    }

    @Test
    void a_quote_is_shown_as_the_order_that_would_be_placed() {
        PlaceOrder command = lamps("o-1");
        QuoteResult.Quoted quoted = (QuoteResult.Quoted) shop.engine.quote(command);
        shop.execute(command);

        Map<String, @Nullable Object> quote =
                OrderJson.quote(command, quoted, shop.order("o-1").process(), shop.clock.instant());
        Map<String, @Nullable Object> placed = json.order(shop.order("o-1"));

        assertThat(quote).containsEntry("totals", placed.get("totals")).containsEntry("revision", 0L);
        assertThat(quote.keySet()).isEqualTo(placed.keySet());
    }

    @Test
    void a_refusal_says_why_and_what_would_be_allowed() {
        shop.execute(lamps("o-1"));

        Outcome refused = shop.act("o-1", "deliver");

        assertThat(OrderJson.write(OrderJson.outcome(refused)))
                .startsWith("{\"accepted\":false,\"rejection\":{\"kind\":\"refused\",\"code\":\"")
                .contains("\"allowed\":[");
    }

    private static PlaceOrder lamps(String order) {
        return PlaceOrder.of(order).buyer("ann").line("LAMP", 2).build();
    }
}
