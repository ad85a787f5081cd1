package org.orderengine.decision.effect;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderengine.decision.draft.Draft;
import org.orderengine.decision.draft.Quantities;
import org.orderengine.effect.Effect;
import org.orderengine.model.AllocatedPart;
import org.orderengine.model.Intent;
import org.orderengine.model.Line;
import org.orderengine.model.LineQuantity;
import org.orderengine.model.Order;
import org.orderengine.model.OwedEffect;
import org.orderengine.policy.ReservePolicy;
import org.orderengine.process.vocabulary.EffectKind;

/** The effects of the host's inventory. Units that leave or come back are booked at once, so the inventory is only told. */
final class StockDesk implements Desk {

    @Override
    public List<Duty> duties() {
        return List.of(
                reserving(EffectKind.INVENTORY_RESERVE, ReservePolicy.ALL_OR_NOTHING)
                        .planned(draft -> reserve(draft, draft.policy().reserve())),
                reserving(EffectKind.INVENTORY_RESERVE_PARTIAL, ReservePolicy.PARTIAL),
                reserving(EffectKind.INVENTORY_RESERVE_BACKORDER, ReservePolicy.BACKORDER),
                moving(EffectKind.INVENTORY_FILL, Effect.FillBackorder::new)
                        .booked((draft, effect, done) ->
                                Backorders.filled(draft, effect.lines(), done.backordered(), effect.location())),
                moving(EffectKind.INVENTORY_RELEASE, Effect.ReleaseStock::new),
                moving(EffectKind.INVENTORY_CONSUME, Effect.ConsumeStock::new),
                moving(EffectKind.INVENTORY_TAKE_BACK, Effect.TakeBackGoods::new),
                moving(EffectKind.INVENTORY_RESTOCK, Effect.RestockGoods::new));
    }

    /** Asks an inventory for units where they are. */
    @FunctionalInterface
    private interface Moving {
        Effect of(List<Effect.StockLine> lines, @Nullable String location);
    }

    private static Duty moving(EffectKind kind, Moving request) {
        return Duty.of(kind, (order, effect) -> request.of(Requests.lines(order, effect.lines()), effect.location()));
    }

    private static Duty reserving(EffectKind kind, ReservePolicy policy) {
        return Duty.of(kind, (order, effect) -> request(order, effect, policy))
                .planned(draft -> reserve(draft, kind))
                .booked((draft, effect, done) -> StockAllocation.reserved(draft, effect.lines(), done, null));
    }

    /** The request for the next part at its location; where no parts are known, for all units that no location holds. */
    private static Effect request(Order order, OwedEffect effect, ReservePolicy policy) {
        int next = effect.nextPart();
        if (next == 0) {
            return new Effect.ReserveStock(Requests.lines(order, effect.unheld()), policy);
        }
        AllocatedPart part = effect.parts().get(next - 1);
        return new Effect.ReserveStock(Requests.lines(order, part.lines()), policy, part.location());
    }

    private static void reserve(Draft draft, EffectKind kind) {
        if (!draft.policy().services().has(EffectKind.Service.INVENTORY)) {
            return;
        }
        List<LineQuantity> open = new ArrayList<>();
        for (Line line : draft.books().lines()) {
            if (line.units().open() > 0) {
                open.add(new LineQuantity(line.id(), line.units().open()));
            }
        }
        if (!open.isEmpty()) {
            draft.want(kind.units(null, open));
        }
    }

    /** The policy of an effect; the shop's where the definition leaves it to the shop. */
    @Override
    public boolean belongs(Intent wanted, EffectKind named) {
        return named == EffectKind.INVENTORY_RESERVE ? EffectKind.of(wanted).isReserving() : named.is(wanted);
    }

    @Override
    public void undo(Draft draft, @Nullable String run, OwedEffect done) {
        if (EffectKind.of(done).isReserving()) {
            StockAllocation.unreserve(draft, run, done);
        }
    }

    /** Goods that take the place of a lost parcel are asked for until they are there. */
    @Override
    public boolean isDueWhateverIsSaid(OwedEffect effect) {
        EffectKind kind = EffectKind.of(effect);
        return kind.role() != EffectKind.Role.LEADS_ON || (kind.isReserving() && effect.subject() != null);
    }

    /** Units of a parcel that came back leave again, or are released, only after the inventory holds them again. */
    @Override
    public boolean waits(OwedEffect effect, OwedEffect earlier) {
        EffectKind kind = EffectKind.of(effect);
        if (kind != EffectKind.INVENTORY_CONSUME && kind != EffectKind.INVENTORY_RELEASE) {
            return false;
        }
        return EffectKind.INVENTORY_TAKE_BACK.is(earlier)
                && effect.lines().stream().anyMatch(line -> Quantities.of(earlier.lines(), line.line()) > 0);
    }

    @Override
    public void letBe(Draft draft, OwedEffect effect) {
        if (EffectKind.of(effect).isReserving()) {
            Cancellations.cancelOpen(draft, effect.lines());
        }
    }
}
