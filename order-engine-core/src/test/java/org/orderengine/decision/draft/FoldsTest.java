package org.orderengine.decision.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.orderengine.event.Event;

class FoldsTest {

    static Stream<Arguments> families() {
        return Stream.of(
                Arguments.of(Event.OfFlow.class, FlowFolds.FOLDS),
                Arguments.of(Event.OfGoods.class, GoodsFolds.FOLDS),
                Arguments.of(Event.OfMoney.class, MoneyFolds.FOLDS),
                Arguments.of(Event.OfParcels.class, ParcelFolds.FOLDS),
                Arguments.of(Event.OfReturns.class, ReturnFolds.FOLDS),
                Arguments.of(Event.OfBenefits.class, BenefitFolds.FOLDS));
    }

    @ParameterizedTest
    @MethodSource("families")
    void every_event_of_a_family_has_a_fold(Class<?> family, Folds<?, ?> folds) {
        assertThat(folds.types()).containsExactlyInAnyOrder(family.getPermittedSubclasses());
    }

    @Test
    void every_event_has_a_fold_of_an_order() {
        Set<Class<?>> events = new HashSet<>();
        for (Class<?> family : Event.class.getPermittedSubclasses()) {
            events.addAll(List.of(family.getPermittedSubclasses()));
        }

        assertThat(Evolve.FOLDS.types()).isEqualTo(events).hasSizeGreaterThan(50);
    }

    @Test
    void an_event_without_a_fold_is_an_error() {
        Folds<Long, Event.OfBenefits> folds =
                new Folds<Long, Event.OfBenefits>().on(Event.PointsSpent.class, (sum, spent) -> sum + spent.points());

        assertThat(folds.apply(1L, new Event.PointsSpent(2))).isEqualTo(3);
        assertThatThrownBy(() -> folds.apply(1L, new Event.PointsReturned(2)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("events of PointsReturned have no fold here");
    }

    @Test
    void an_event_has_one_fold() {
        Folds<Long, Event.OfBenefits> folds =
                new Folds<Long, Event.OfBenefits>().on(Event.PointsSpent.class, (sum, spent) -> sum);

        assertThatThrownBy(() -> folds.on(Event.PointsSpent.class, (sum, spent) -> sum))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("PointsSpent has two folds");
    }

    @Test
    void an_order_begins_with_being_placed() {
        assertThatThrownBy(() -> Evolve.apply(null, new Event.PointsSpent(2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the first event of an order");
    }
}
