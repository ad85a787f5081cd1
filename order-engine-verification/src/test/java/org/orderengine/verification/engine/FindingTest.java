package org.orderengine.verification.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.orderengine.command.Action;
import org.orderengine.command.PlaceOrder;
import org.orderengine.memory.MemoryOrderStore;
import org.orderengine.model.Address;
import org.orderengine.model.Order;
import org.orderengine.orders.OrderCount;
import org.orderengine.orders.OrderSlice;
import org.orderengine.process.ProcessDefinition;
import org.orderengine.process.ProcessStateBuilder;
import org.orderengine.spi.store.OrderColumn;
import org.orderengine.spi.store.OrderCondition.Operator;
import org.orderengine.spi.store.OrderCriteria;
import org.orderengine.spi.store.OrderField;
import org.orderengine.spi.store.OrderTerm;
import org.orderengine.spi.store.QueryRefusedException;

/** What the engine has orders found by: the names of their states, their terms, how far they are paid, have left and came back. */
class FindingTest {

    private final TestShop shop = new TestShop();

    private static <T> List<String> found(TestShop shop, OrderField<T> field, T value) {
        OrderSlice slice = shop.engine.orders().list(OrderCriteria.ALL.where(field, Operator.IS, value), null, 100);
        return slice.orders().stream().map(Order::id).toList();
    }

    /** A process whose order packs and bills at once, and which people call by five names. */
    private static ProcessDefinition packingAndBilling() {
        return ProcessDefinition.named("both", 1)
                .state("work", s -> s.parallel()
                        .done("over")
                        .state("pack", pack -> pack.state(
                                        "packing", p -> p.on("packed").to("wrapped"))
                                .state("wrapped", ProcessStateBuilder::end))
                        .state("bill", bill -> bill.state(
                                        "billing", b -> b.on("billed").to("sent"))
                                .state("sent", ProcessStateBuilder::end)))
                .state("over", ProcessStateBuilder::end)
                .build();
    }

    @Test
    void an_order_in_parallel_states_is_found_by_each_of_its_five_names() {
        TestShop both = new TestShop(packingAndBilling());
        both.execute(PlaceOrder.of("o-1").line("CUP", 1).build());
        for (String name : List.of("work", "pack", "packing", "bill", "billing")) {
            assertThat(found(both, OrderColumn.STATE, name)).as(name).containsExactly("o-1");
        }
        assertThat(both.engine.orders().countByState(OrderCriteria.ALL))
                .as("one order counts for each of its names")
                .isEqualTo(Map.of("work", one(), "pack", one(), "packing", one(), "bill", one(), "billing", one()));
        both.act("o-1", "packed");
        assertThat(found(both, OrderColumn.STATE, "packing")).isEmpty();
        assertThat(found(both, OrderColumn.STATE, "wrapped")).containsExactly("o-1");
        both.act("o-1", "billed");
        assertThat(found(both, OrderColumn.STATE, "over")).containsExactly("o-1");
        assertThat(found(both, OrderColumn.STATE, "work")).isEmpty();
    }

    private static OrderCount one() {
        return new OrderCount(1, false);
    }

    @Test
    void an_order_is_found_by_its_terms_as_they_come() {
        shop.execute(PlaceOrder.of("o-1")
                .buyer("ann")
                .line("LAMP", 1)
                .line("CUP", 2)
                .coupon("TEN")
                .deliverTo(phone("+49 30 123-45"))
                .build());
        shop.act("o-1", "pay");
        shop.execute(Action.on("o-1", "ship").set("tracking", "TR-7").build());
        assertThat(found(shop, OrderTerm.SKU, "LAMP")).containsExactly("o-1");
        assertThat(found(shop, OrderTerm.SKU, "PIN")).isEmpty();
        assertThat(found(shop, OrderTerm.COUPON, "TEN")).containsExactly("o-1");
        assertThat(found(shop, OrderTerm.PHONE, "49 30 12345")).containsExactly("o-1");
        assertThat(found(shop, OrderTerm.EMAIL, "ann@example.ORG")).containsExactly("o-1");
        assertThat(found(shop, OrderTerm.TRACKING, "TR-7")).containsExactly("o-1");
        String reference =
                String.valueOf(shop.order("o-1").books().payments().get(0).reference());
        assertThat(found(shop, OrderTerm.PAYMENT_REFERENCE, reference)).containsExactly("o-1");
    }

    @Test
    void an_order_is_found_by_its_tags_and_by_the_attributes_that_the_host_names() {
        TestShop naming = new TestShop(builder -> TestShop.withStandardProcesses(builder)
                .foundBy("gift-card")
                .foundBy("erp-number", OrderTerm.ORDER_NUMBER));
        naming.execute(PlaceOrder.of("o-1")
                .line("CUP", 1)
                .attribute("gift-card", "G-1")
                .attribute("erp-number", "4711")
                .attribute("note", "soon")
                .tag("vip")
                .build());
        assertThat(found(naming, OrderTerm.TAG, "vip")).containsExactly("o-1");
        assertThat(found(naming, OrderTerm.attribute("gift-card"), "G-1")).containsExactly("o-1");
        assertThat(found(naming, OrderTerm.ORDER_NUMBER, "4711")).containsExactly("o-1");
        assertThat(found(naming, OrderTerm.attribute("note"), "soon")).isEmpty();
    }

    private static Address phone(String number) {
        return new Address("Ann", null, List.of(), null, null, null, "DE", number, "Ann@Example.org");
    }

    @Test
    void sealed_terms_are_found_whole_and_stand_nowhere_in_the_clear() {
        MemoryOrderStore store = new MemoryOrderStore();
        TestShop sealing = new TestShop(store, builder -> TestShop.withStandardProcesses(builder)
                .sealTerms("0123456789abcdef".getBytes(StandardCharsets.UTF_8)));
        sealing.execute(PlaceOrder.of("o-1")
                .line("CUP", 1)
                .deliverTo(phone("030-12345"))
                .build());
        assertThat(found(sealing, OrderTerm.PHONE, "030 12345")).containsExactly("o-1");
        assertThat(found(sealing, OrderTerm.SKU, "CUP")).as("not personal").containsExactly("o-1");
        OrderCriteria clear = OrderCriteria.ALL.where(OrderTerm.PHONE, Operator.IS, "03012345");
        assertThat(store.find(clear, null, 9).orders()).isEmpty();
        assertThatThrownBy(() ->
                        sealing.engine.orders().count(OrderCriteria.ALL.where(OrderTerm.PHONE, Operator.PREFIX, "030")))
                .isInstanceOfSatisfying(QueryRefusedException.class, refused -> assertThat(refused.code())
                        .isEqualTo(QueryRefusedException.TERM_SEALED));
    }

    @Test
    void an_order_is_found_by_how_far_it_is_paid_has_left_and_came_back() {
        shop.execute(TestShop.threeLines("o-1"));
        assertStates("none", "none", "none");
        shop.execute(Action.on("o-1", "pay").amount(TestShop.eur("5.00")).build());
        assertStates("partly-paid", "none", "none");
        shop.act("o-1", "pay");
        assertStates("paid", "none", "none");
        shop.execute(Action.on("o-1", "ship").line("1", 1).build());
        assertStates("paid", "partly-shipped", "none");
        shop.act("o-1", "ship");
        assertStates("paid", "shipped", "none");
        shop.execute(Action.on("o-1", "deliver").set("shipment", "s1").build());
        assertStates("paid", "partly-delivered", "none");
        shop.execute(Action.on("o-1", "deliver").set("shipment", "s2").build());
        assertStates("paid", "delivered", "none");
        shop.execute(Action.on("o-1", "request-return").line("2", 3).build());
        assertStates("paid", "delivered", "requested");
        shop.execute(Action.on("o-1", "approve-return").set("return", "r1").build());
        assertStates("paid", "delivered", "under-way");
    }

    private void assertStates(String payment, String fulfilment, String returns) {
        assertThat(found(shop, OrderColumn.PAYMENT_STATE, payment)).containsExactly("o-1");
        assertThat(found(shop, OrderColumn.FULFILMENT_STATE, fulfilment)).containsExactly("o-1");
        assertThat(found(shop, OrderColumn.RETURN_STATE, returns)).containsExactly("o-1");
    }

    @Test
    void orders_are_counted_by_columns_whose_values_are_known_only() {
        shop.execute(TestShop.threeLines("o-1"));
        assertThat(shop.engine.orders().counts(OrderCriteria.ALL, OrderColumn.PAYMENT_STATE))
                .isEqualTo(Map.of("none", one()));
        assertThat(shop.engine.orders().counts(OrderCriteria.ALL, OrderColumn.PROCESS))
                .isEqualTo(Map.of("physical-goods", one()));
        assertThat(shop.engine.orders().counts(OrderCriteria.ALL, OrderColumn.PHASE))
                .isEqualTo(Map.of("to-pay", one()));
        assertThatThrownBy(() -> shop.engine.orders().counts(OrderCriteria.ALL, OrderColumn.BUYER))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("The values of buyer are not known");
    }
}
