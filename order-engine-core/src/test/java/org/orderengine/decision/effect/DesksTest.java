package org.orderengine.decision.effect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.orderengine.model.EffectId;
import org.orderengine.model.Intent;
import org.orderengine.model.LineQuantity;
import org.orderengine.model.OwedEffect;
import org.orderengine.process.vocabulary.EffectKind;

final class DesksTest {

    private static final List<LineQuantity> ONE = List.of(new LineQuantity("l-1", 1));

    @Test
    void whatever_stock_policy_the_shop_chose_is_part_of_the_effect_that_leaves_it_to_the_shop() {
        Intent backordering = EffectKind.INVENTORY_RESERVE_BACKORDER.units(null, ONE);
        assertThat(Desks.belongs(backordering, "inventory.reserve")).isTrue();
        assertThat(Desks.belongs(backordering, "inventory.reserve-partial")).isFalse();
    }

    @Test
    void what_gives_back_is_part_of_reverse_and_what_reports_is_not() {
        assertThat(Desks.belongs(EffectKind.INVENTORY_RELEASE.units(null, ONE), "reverse"))
                .isTrue();
        assertThat(Desks.belongs(EffectKind.INVENTORY_RESTOCK.units("r-1", ONE), "reverse"))
                .isFalse();
    }

    @Test
    void goods_that_replace_a_lost_parcel_are_due_whatever_is_said() {
        assertThat(Desks.isDueWhateverIsSaid(owed(EffectKind.INVENTORY_RESERVE_BACKORDER.units("s-1", ONE))))
                .isTrue();
        assertThat(Desks.isDueWhateverIsSaid(owed(EffectKind.INVENTORY_RESERVE_BACKORDER.units(null, ONE))))
                .isFalse();
    }

    @Test
    void a_coupon_counts_again_only_after_it_came_back() {
        OwedEffect redeem = owed(EffectKind.COUPONS_REDEEM.coupons(List.of("SPRING")));
        assertThat(Desks.waits(redeem, owed(EffectKind.COUPONS_RETURN.coupons(List.of("SPRING")))))
                .isTrue();
        assertThat(Desks.waits(redeem, owed(EffectKind.COUPONS_RETURN.coupons(List.of("SUMMER")))))
                .isFalse();
    }

    @Test
    void nothing_undoes_an_effect_of_the_hosts_own() {
        assertThat(Desks.isReversible(owed(Intent.named("engrave")))).isFalse();
        assertThat(Desks.isReversible(owed(EffectKind.POINTS_SPEND.points(10)))).isTrue();
    }

    private static OwedEffect owed(Intent intent) {
        return new OwedEffect(new EffectId(2, 1), intent, null, OwedEffect.Progress.due(Instant.EPOCH));
    }
}
