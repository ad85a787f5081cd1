package org.orderengine.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.orderengine.effect.CallContext;
import org.orderengine.effect.Effect.ConsumeStock;
import org.orderengine.effect.Effect.FillBackorder;
import org.orderengine.effect.Effect.ReleaseStock;
import org.orderengine.effect.Effect.ReserveStock;
import org.orderengine.effect.Effect.RestockGoods;
import org.orderengine.effect.Effect.StockLine;
import org.orderengine.effect.Effect.TakeBackGoods;
import org.orderengine.effect.EffectResult;
import org.orderengine.effect.EffectResult.Declined;
import org.orderengine.effect.EffectResult.Done;
import org.orderengine.effect.EffectResult.Failed;
import org.orderengine.model.LineQuantity;
import org.orderengine.policy.ReservePolicy;
import org.orderengine.spi.inventory.InventoryService;
import org.orderengine.spi.inventory.LocationStock;

/**
 * The contract of an {@link InventoryService}: rules I1 to I14 of {@code docs/contract.md}.
 *
 * <p>An inventory proves that it keeps them by a test class of its own, which stocks products and reads their stock:
 *
 * <pre>{@code
 * class WarehouseTest extends InventoryContract {
 *     protected InventoryService inventory() { return warehouse; }
 *     protected String newProduct(long units) { return warehouse.add(units); }
 *     protected long available(String sku) { return warehouse.available(sku); }
 * }
 * }</pre>
 *
 * <p>Every test uses products and orders of its own, so it may run against a system that is in use.
 */
public abstract class InventoryContract {

    /** For classes that extend this one. */
    protected InventoryContract() {}

    /** The service to be held to the contract. */
    protected abstract InventoryService inventory();

    /** Puts {@code units} of a product into stock that no other test uses, without backorders, and returns its sku. */
    protected abstract String newProduct(long units);

    /** Units of a product that could be promised now. */
    protected abstract long available(String sku);

    /**
     * Puts {@code units} of a product into stock like {@link #newProduct}, of which any number can be promised on backorder.
     * Null where this inventory has no backorders: rule I9 does not concern it then.
     */
    protected @Nullable String newProductOnBackorder(long units) {
        return null;
    }

    /** {@code units} of a product arrive. Asked only of an inventory that has backorders. */
    protected void arrive(String sku, long units) {
        throw new UnsupportedOperationException("an inventory with backorders says how goods arrive");
    }

    /**
     * The location at which {@link #newProduct} and {@link #newProductOnBackorder} stock and goods arrive. Null where this
     * inventory has one location, without a name.
     */
    protected @Nullable String location() {
        return null;
    }

    /** Another location. Asked only of an inventory that has several. */
    protected String elsewhere() {
        throw new UnsupportedOperationException("an inventory with several locations names another");
    }

    /** Puts {@code units} of a product into stock at another location too. Asked only of an inventory that has several. */
    protected void stockAt(String location, String sku, long units) {
        throw new UnsupportedOperationException("an inventory with several locations stocks each");
    }

    /** Whether the service can be asked what became of a call: {@code query} is overridden. */
    protected boolean answersQueries() {
        return true;
    }

    /** Whether parcels that did not arrive can be taken back: {@code takeBack} is overridden. */
    protected boolean takesBack() {
        return true;
    }

    /** Whether a part is held under {@code PARTIAL}; where not, all is declined. */
    protected boolean holdsParts() {
        return true;
    }

    @Test
    void i1_a_second_call_with_the_same_key_answers_what_the_first_did_and_changes_nothing() {
        String sku = newProduct(5);
        String order = Calls.newOrder();
        CallContext reserving = Calls.newCall(order);
        EffectResult first = inventory().reserve(reserving(units(sku, 3)), reserving);
        assertThat(inventory().reserve(reserving(units(sku, 3)), Calls.again(reserving)))
                .isEqualTo(first);
        assertThat(available(sku)).isEqualTo(2);

        CallContext releasing = Calls.newCall(order);
        inventory().release(new ReleaseStock(units(sku, 1), location()), releasing);
        inventory().release(new ReleaseStock(units(sku, 1), location()), Calls.again(releasing));
        assertThat(available(sku)).isEqualTo(3);

        CallContext consuming = Calls.newCall(order);
        inventory().consume(new ConsumeStock(units(sku, 1), location()), consuming);
        inventory().consume(new ConsumeStock(units(sku, 1), location()), Calls.again(consuming));
        assertThat(available(sku)).isEqualTo(3);

        CallContext restocking = Calls.newCall(order);
        inventory().restock(new RestockGoods(units(sku, 1), location()), restocking);
        inventory().restock(new RestockGoods(units(sku, 1), location()), Calls.again(restocking));
        assertThat(available(sku)).isEqualTo(4);
    }

    @Test
    void i1_a_key_that_was_declined_stays_declined_when_goods_are_there_later() {
        String sku = newProduct(1);
        String holder = Calls.newOrder();
        inventory().reserve(reserving(units(sku, 1)), Calls.newCall(holder));
        CallContext late = Calls.newCall(Calls.newOrder());
        EffectResult declined = inventory().reserve(reserving(units(sku, 1)), late);
        inventory().release(new ReleaseStock(units(sku, 1), location()), Calls.newCall(holder));
        assertThat(inventory().reserve(reserving(units(sku, 1)), Calls.again(late)))
                .isEqualTo(declined);
        assertThat(available(sku)).isEqualTo(1);
    }

    @Test
    void i1_a_reservation_of_a_part_is_answered_again_with_what_is_missing() {
        String sku = newProduct(2);
        ReserveStock reserve = partly(units(sku, 5));
        CallContext call = Calls.newCall(Calls.newOrder());
        EffectResult first = inventory().reserve(reserve, call);
        assertThat(inventory().reserve(reserve, Calls.again(call))).isEqualTo(first);
        assertThat(available(sku)).isEqualTo(holdsParts() ? 0 : 2);
    }

    @Test
    void i2_either_all_lines_are_reserved_or_none() {
        String plenty = newProduct(10);
        String scarce = newProduct(1);
        List<StockLine> lines = List.of(new StockLine("1", plenty, 2), new StockLine("2", scarce, 2));
        EffectResult answer = inventory().reserve(reserving(lines), Calls.newCall(Calls.newOrder()));
        assertThat(answer).isInstanceOf(Declined.class);
        assertThat(available(plenty)).isEqualTo(10);
        assertThat(available(scarce)).isEqualTo(1);
    }

    @Test
    void i3_lines_of_one_product_count_together() {
        String sku = newProduct(3);
        List<StockLine> lines = List.of(new StockLine("1", sku, 2), new StockLine("2", sku, 2));
        assertThat(inventory().reserve(reserving(lines), Calls.newCall(Calls.newOrder())))
                .isInstanceOf(Declined.class);
        List<StockLine> fewer = List.of(new StockLine("1", sku, 2), new StockLine("2", sku, 1));
        assertThat(inventory().reserve(reserving(fewer), Calls.newCall(Calls.newOrder())))
                .isInstanceOf(Done.class);
        assertThat(available(sku)).isZero();
    }

    @Test
    void i4_what_is_not_there_is_declined_as_out_of_stock() {
        String sku = newProduct(1);
        EffectResult answer = inventory().reserve(reserving(units(sku, 2)), Calls.newCall(Calls.newOrder()));
        assertThat(answer).isInstanceOfSatisfying(Declined.class, declined -> assertThat(declined.code())
                .isEqualTo("out-of-stock"));
        assertThat(available(sku)).isEqualTo(1);
    }

    @Test
    void i5_of_many_buyers_at_once_as_many_succeed_as_there_are_units() throws InterruptedException {
        String sku = newProduct(3);
        List<EffectResult> answers =
                Calls.together(8, () -> inventory().reserve(reserving(units(sku, 1)), Calls.newCall(Calls.newOrder())));
        assertThat(Calls.done(answers)).isEqualTo(3);
        assertThat(available(sku)).isZero();
    }

    @Test
    void i5_calls_at_once_with_one_key_have_one_effect() throws InterruptedException {
        String sku = newProduct(8);
        CallContext call = Calls.newCall(Calls.newOrder());
        List<EffectResult> answers = Calls.together(4, () -> inventory().reserve(reserving(units(sku, 2)), call));
        assertThat(Calls.done(answers)).isPositive();
        assertThat(available(sku)).isEqualTo(6);
    }

    @Test
    void i6_released_units_can_be_sold_again() {
        String sku = newProduct(2);
        String order = Calls.newOrder();
        inventory().reserve(reserving(units(sku, 2)), Calls.newCall(order));
        assertThat(inventory().release(new ReleaseStock(units(sku, 2), location()), Calls.newCall(order)))
                .isInstanceOf(Done.class);
        assertThat(inventory().reserve(reserving(units(sku, 2)), Calls.newCall(Calls.newOrder())))
                .isInstanceOf(Done.class);
    }

    @Test
    void i7_consumed_units_are_gone_and_restocked_ones_are_back() {
        String sku = newProduct(4);
        String order = Calls.newOrder();
        inventory().reserve(reserving(units(sku, 3)), Calls.newCall(order));
        assertThat(inventory().consume(new ConsumeStock(units(sku, 3), location()), Calls.newCall(order)))
                .isInstanceOf(Done.class);
        assertThat(available(sku)).isEqualTo(1);
        assertThat(inventory().restock(new RestockGoods(units(sku, 2), location()), Calls.newCall(order)))
                .isInstanceOf(Done.class);
        assertThat(available(sku)).isEqualTo(3);
    }

    @Test
    void i8_a_query_tells_what_became_of_a_call_or_there_is_none() {
        String sku = newProduct(1);
        ReserveStock one = reserving(units(sku, 1));
        if (!answersQueries()) {
            assertThat(inventory().query(one, Calls.newCall(Calls.newOrder())))
                    .as("an inventory that cannot be asked")
                    .isNull();
            return;
        }
        CallContext reserving = Calls.newCall(Calls.newOrder());
        inventory().reserve(one, reserving);
        CallContext refused = Calls.newCall(Calls.newOrder());
        inventory().reserve(one, refused);

        assertThat(inventory().query(one, Calls.again(reserving))).isInstanceOf(Done.class);
        assertThat(inventory().query(one, Calls.again(refused))).isInstanceOf(Declined.class);
        assertThat(inventory().query(one, Calls.newCall(Calls.newOrder()))).isInstanceOf(Failed.class);
        assertThat(available(sku)).isZero();
    }

    @Test
    void i8_a_query_about_a_part_names_what_is_missing() {
        String sku = newProduct(2);
        ReserveStock reserve = partly(units(sku, 5));
        CallContext call = Calls.newCall(Calls.newOrder());
        EffectResult first = inventory().reserve(reserve, call);
        assertThat(inventory().query(reserve, Calls.again(call))).isEqualTo(answersQueries() ? first : null);
    }

    @Test
    void i9_units_on_backorder_are_held_once_goods_have_arrived_or_are_never_promised() {
        String sku = newProductOnBackorder(1);
        if (sku == null) {
            neverPromises();
            return;
        }
        String order = Calls.newOrder();
        EffectResult promised = inventory().reserve(reserving(units(sku, 4)), Calls.newCall(order));
        assertThat(promised).isEqualTo(new Done(null, List.of(new LineQuantity("1", 3))));
        assertThat(inventory().fill(new FillBackorder(units(sku, 3), location()), Calls.newCall(order)))
                .as("before goods arrive")
                .isEqualTo(new Done(null, List.of(new LineQuantity("1", 3))));

        arrive(sku, 2);
        CallContext filling = Calls.newCall(order);
        EffectResult filled = inventory().fill(new FillBackorder(units(sku, 3), location()), filling);
        assertThat(filled).isEqualTo(new Done(null, List.of(new LineQuantity("1", 1))));
        assertThat(inventory().fill(new FillBackorder(units(sku, 3), location()), Calls.again(filling)))
                .isEqualTo(filled);
        assertThat(available(sku)).isZero();

        arrive(sku, 3);
        assertThat(inventory().fill(new FillBackorder(units(sku, 1), location()), Calls.newCall(order)))
                .isEqualTo(Done.DONE);
        assertThat(available(sku)).isEqualTo(2);
    }

    private void neverPromises() {
        String sku = newProduct(1);
        String order = Calls.newOrder();
        EffectResult answer = inventory()
                .reserve(new ReserveStock(units(sku, 2), ReservePolicy.BACKORDER, location()), Calls.newCall(order));
        assertThat(answer).as("without backorders").isInstanceOf(Declined.class);
        assertThat(available(sku)).isEqualTo(1);
        assertFailsForGood(inventory().fill(new FillBackorder(units(sku, 1), location()), Calls.newCall(order)));
    }

    /** An operation that a service does not have says so once, so that a person sees to it. */
    private static void assertFailsForGood(EffectResult answer) {
        assertThat(answer).isInstanceOfSatisfying(Failed.class, failed -> assertThat(failed.retryable())
                .as("whether another call may help")
                .isFalse());
    }

    @Test
    void i10_a_parcel_that_came_back_is_still_held_or_a_person_sees_to_it() {
        String sku = newProduct(3);
        String order = Calls.newOrder();
        if (!takesBack()) {
            assertFailsForGood(
                    inventory().takeBack(new TakeBackGoods(units(sku, 2), location()), Calls.newCall(order)));
            assertThat(available(sku)).isEqualTo(3);
            return;
        }
        inventory().reserve(reserving(units(sku, 2)), Calls.newCall(order));
        inventory().consume(new ConsumeStock(units(sku, 2), location()), Calls.newCall(order));
        CallContext back = Calls.newCall(order);
        EffectResult answer = inventory().takeBack(new TakeBackGoods(units(sku, 2), location()), back);
        assertThat(answer).isInstanceOf(Done.class);
        assertThat(inventory().takeBack(new TakeBackGoods(units(sku, 2), location()), Calls.again(back)))
                .isEqualTo(answer);
        assertThat(available(sku)).isEqualTo(1);
        assertThat(inventory().release(new ReleaseStock(units(sku, 1), location()), Calls.newCall(order)))
                .isInstanceOf(Done.class);
        assertThat(inventory().consume(new ConsumeStock(units(sku, 1), location()), Calls.newCall(order)))
                .isInstanceOf(Done.class);
        assertThat(available(sku)).isEqualTo(2);
    }

    @Test
    void i11_a_part_is_held_where_that_is_asked_for_or_nothing_is() {
        String sku = newProduct(2);
        EffectResult part = inventory().reserve(partly(units(sku, 5)), Calls.newCall(Calls.newOrder()));
        if (!holdsParts()) {
            assertThat(part).isInstanceOf(Declined.class);
            assertThat(available(sku)).isEqualTo(2);
            return;
        }
        assertThat(part).isInstanceOfSatisfying(Done.class, done -> {
            assertThat(done.missing()).containsExactly(new LineQuantity("1", 3));
            assertThat(done.backordered()).isEmpty();
        });
        assertThat(available(sku)).isZero();
        assertThat(inventory().reserve(partly(units(sku, 1)), Calls.newCall(Calls.newOrder())))
                .isInstanceOf(Declined.class);
    }

    @Test
    void i12_an_inventory_says_what_is_where_in_one_call_or_has_one_location() {
        assertThat(inventory().locations().isPresent())
                .as("locations() against location()")
                .isEqualTo(location() != null);
        if (location() == null) {
            return;
        }
        String sku = newProduct(3);
        String other = newProduct(2);
        stockAt(elsewhere(), sku, 4);
        inventory().reserve(reserving(units(sku, 1)), Calls.newCall(Calls.newOrder()));
        List<LocationStock> stock = stock(sku, other);
        assertThat(stock).extracting(LocationStock::location).contains(location(), elsewhere());
        assertThat(there(location(), sku)).isEqualTo(2);
        assertThat(there(elsewhere(), sku)).isEqualTo(4);
        assertThat(there(location(), other)).isEqualTo(2);
        assertThat(there(elsewhere(), other)).isZero();
        assertThat(stock(sku, other)).as("asking holds nothing").isEqualTo(stock);
    }

    @Test
    void i13_a_request_is_about_the_units_at_its_location_only() {
        if (location() == null) {
            assertThat(inventory().locations()).isEmpty();
            return;
        }
        String sku = newProduct(1);
        stockAt(elsewhere(), sku, 5);
        String order = Calls.newOrder();
        assertThat(inventory().reserve(reserving(units(sku, 2)), Calls.newCall(order)))
                .as("not from elsewhere")
                .isInstanceOf(Declined.class);
        inventory()
                .reserve(
                        new ReserveStock(units(sku, 2), ReservePolicy.ALL_OR_NOTHING, elsewhere()),
                        Calls.newCall(order));
        inventory().reserve(reserving(units(sku, 1)), Calls.newCall(order));
        assertThat(there(location(), sku)).isZero();
        assertThat(there(elsewhere(), sku)).isEqualTo(3);
        inventory().release(new ReleaseStock(units(sku, 1), elsewhere()), Calls.newCall(order));
        assertThat(there(location(), sku)).isZero();
        assertThat(there(elsewhere(), sku)).isEqualTo(4);
        inventory().consume(new ConsumeStock(units(sku, 1), location()), Calls.newCall(order));
        inventory().release(new ReleaseStock(units(sku, 1), elsewhere()), Calls.newCall(order));
        assertThat(there(elsewhere(), sku)).isEqualTo(5);
    }

    @Test
    void i14_units_may_come_back_to_another_location() {
        if (location() == null) {
            assertThat(inventory().locations()).isEmpty();
            return;
        }
        String sku = newProduct(2);
        String order = Calls.newOrder();
        inventory().reserve(reserving(units(sku, 2)), Calls.newCall(order));
        inventory().consume(new ConsumeStock(units(sku, 2), location()), Calls.newCall(order));
        assertThat(inventory().restock(new RestockGoods(units(sku, 2), elsewhere()), Calls.newCall(order)))
                .isInstanceOf(Done.class);
        assertThat(there(location(), sku)).isZero();
        assertThat(there(elsewhere(), sku)).isEqualTo(2);
    }

    private ReserveStock reserving(List<StockLine> lines) {
        return new ReserveStock(lines, ReservePolicy.ALL_OR_NOTHING, location());
    }

    private ReserveStock partly(List<StockLine> lines) {
        return new ReserveStock(lines, ReservePolicy.PARTIAL, location());
    }

    private List<LocationStock> stock(String... skus) {
        return inventory().locations().orElseThrow().available(Set.of(skus));
    }

    private long there(@Nullable String location, String sku) {
        return stock(sku).stream()
                .filter(place -> place.location().equals(location))
                .mapToLong(place -> place.of(sku))
                .sum();
    }

    private static List<StockLine> units(String sku, long quantity) {
        return List.of(new StockLine("1", sku, quantity));
    }
}
