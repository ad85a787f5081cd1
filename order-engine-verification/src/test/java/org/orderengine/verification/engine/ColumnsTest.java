package org.orderengine.verification.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.orderengine.command.PlaceOrder;
import org.orderengine.memory.MemoryOrderStore;
import org.orderengine.spi.store.Commit;
import org.orderengine.spi.store.CommitResult;
import org.orderengine.spi.store.ForwardingOrderStore;
import org.orderengine.spi.store.OrderColumn;
import org.orderengine.spi.store.OrderIndex;

/** What the engine says of an order in the columns that it is found by. */
class ColumnsTest {

    /** What only orders of a tenant, of a family or of a foreign system have. */
    private static final Set<OrderColumn<?>> OF_OTHER_ORDERS =
            Set.of(OrderColumn.TENANT, OrderColumn.PARENT_ID, OrderColumn.SOURCE);

    private final List<OrderIndex> committed = new ArrayList<>();

    private final TestShop shop = new TestShop(
            new ForwardingOrderStore(new MemoryOrderStore()) {
                @Override
                public CommitResult commit(Commit commit) {
                    committed.add(commit.index());
                    return super.commit(commit);
                }
            },
            builder -> builder);

    @Test
    void an_order_of_which_all_is_known_has_a_value_in_every_column() {
        shop.engine.execute(PlaceOrder.of("o-1")
                .buyer("ann")
                .business("shop")
                .channel("web")
                .merchant("acme")
                .promisedAt(shop.clock.instant().plusSeconds(86_400))
                .line("LAMP", 1)
                .build());

        OrderIndex index = committed.get(committed.size() - 1);
        assertThat(OrderColumn.ALL).allSatisfy(column -> assertThat(index.get(column) == null)
                .as("%s", column)
                .isEqualTo(OF_OTHER_ORDERS.contains(column)));
        assertThat(index.get(OrderColumn.UPDATED_AT)).isEqualTo(shop.clock.instant());
        assertThat(index.get(OrderColumn.PROMISED_AT))
                .isEqualTo(shop.clock.instant().plusSeconds(86_400));
        assertThat(index.get(OrderColumn.PHASE)).isEqualTo("to-pay");
        assertThat(index.get(OrderColumn.CURRENCY)).isEqualTo("EUR");
        assertThat(index.get(OrderColumn.UNITS)).isEqualTo(1);
        assertThat(index.get(OrderColumn.PAYMENT_STATE)).isEqualTo("none");
        assertThat(index.get(OrderColumn.FULFILMENT_STATE)).isEqualTo("none");
        assertThat(index.get(OrderColumn.RETURN_STATE)).isEqualTo("none");
        assertThat(index.get(OrderColumn.BUYER)).isEqualTo("ann");
        assertThat(index.get(OrderColumn.BUSINESS)).isEqualTo("shop");
        assertThat(index.get(OrderColumn.CHANNEL)).isEqualTo("web");
        assertThat(index.get(OrderColumn.MERCHANT)).isEqualTo("acme");
        assertThat(index.placedAt()).isEqualTo(shop.clock.instant());
        assertThat(index.get(OrderColumn.ENDED)).isFalse();
    }
}
