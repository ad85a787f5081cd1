package org.orderengine.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.orderengine.spi.store.OrderStore;

/**
 * The contract of an {@link OrderStore}: rules S1 to S10, S13 and S14 of {@code docs/contract.md}, one by one.
 *
 * <p>A store proves that it keeps them by a test class of its own:
 *
 * <pre>{@code
 * class MyStoreTest extends OrderStoreContract {
 *     protected OrderStore open() { return new MyStore(newDatabase()); }
 *     protected OrderStore reopen(OrderStore store) { store.close(); return new MyStore(databaseOf(store)); }
 * }
 * }</pre>
 *
 * <p>What it tries:
 *
 * <ol>
 *   <li>an example or two for each rule;
 *   <li>threads that race for orders;
 *   <li>random operations, whose answers are compared with those of a plain model. A failure prints its seed.
 * </ol>
 *
 * <p>Each test opens a store of its own.
 */
public abstract class OrderStoreContract extends StoreRaceRules {

    /** For the classes that extend it. */
    protected OrderStoreContract() {}

    /** S1 to S8, S13 and S14: whatever is done to a store, it answers as the model does. */
    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void s1_to_s8_random_operations_answer_as_the_model_does(@ForAll("operations") List<StoreOperation> operations) {
        OrderStore store = open();
        try {
            StoreModel model = new StoreModel();
            for (StoreOperation operation : operations) {
                assertThat(operation.runOn(store)).as("%s", operation).isEqualTo(operation.runOn(model));
            }
            for (StoreOperation reading : StoreOperation.everythingReadable()) {
                assertThat(reading.runOn(store)).as("%s", reading).isEqualTo(reading.runOn(model));
            }
        } finally {
            discard(store);
        }
    }

    @Provide
    Arbitrary<List<StoreOperation>> operations() {
        return StoreOperations.any().list().ofMinSize(1).ofMaxSize(60);
    }
}
