package org.orderengine.decision.effect;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderengine.decision.draft.Draft;
import org.orderengine.decision.draft.Quantities;
import org.orderengine.decision.draft.UnitsByLocation;
import org.orderengine.effect.EffectResult;
import org.orderengine.event.Event;
import org.orderengine.model.AllocatedPart;
import org.orderengine.model.Intent;
import org.orderengine.model.LineQuantity;
import org.orderengine.model.OwedEffect;
import org.orderengine.model.Problem;
import org.orderengine.model.Units;
import org.orderengine.policy.ReservePolicy;
import org.orderengine.process.vocabulary.EffectKind;

/**
 * Reservations at several locations. One owed effect stands for the whole, so that it is done or declined as a whole; its parts,
 * one per location that is asked, are written down before any is asked and are asked one after another. What a location does
 * not have any more is looked for again, {@value #MAX_DECLINED} times at most; what others hold meanwhile stays held. The books
 * hear of it when all parts are held.
 */
public final class StockAllocation {

    /** After so many locations said no to what they had a moment before, the reservation is declined. */
    private static final int MAX_DECLINED = 3;

    private StockAllocation() {}

    /**
     * Enters which locations are asked. What is not there is asked of a location once, since it may have it on backorder.
     *
     * @return false where nothing is to be asked any more: the reservation is to end as it is
     */
    public static boolean allotted(Draft draft, OwedEffect effect, EffectResult.Allocated result) {
        ReservePolicy policy = EffectKind.of(effect).reserving();
        boolean isFirst = effect.parts().isEmpty();
        boolean asksForAll = isFirst || policy == ReservePolicy.BACKORDER;
        boolean takesLess = policy == ReservePolicy.PARTIAL;
        AllocatedPart rest = result.rest();
        if (rest != null && !asksForAll && (!takesLess || result.parts().isEmpty())) {
            return false;
        }
        List<AllocatedPart> parts = new ArrayList<>(effect.parts());
        parts.addAll(rest == null || !asksForAll ? result.parts() : with(result.parts(), rest));
        apply(draft, effect, parts);
        return true;
    }

    /** The parts with more units to ask a location for; it is asked first, since it may say no. */
    private static List<AllocatedPart> with(List<AllocatedPart> parts, AllocatedPart rest) {
        List<AllocatedPart> all = new ArrayList<>();
        all.add(rest);
        for (AllocatedPart part : parts) {
            if (part.location().equals(rest.location())) {
                all.set(0, rest.and(part.lines()));
            } else {
                all.add(part);
            }
        }
        return all;
    }

    /**
     * Enters that the location asked holds its part.
     *
     * @return the effect as it is then
     */
    public static OwedEffect held(Draft draft, OwedEffect effect, EffectResult.Done done) {
        return apply(
                draft,
                effect,
                effect.afterPart(done.backordered(), done.missing()).parts());
    }

    /**
     * Enters that the location asked does not have its part any more; those behind it were not asked yet.
     *
     * @return whether it is to be looked for again
     */
    public static boolean declined(Draft draft, OwedEffect effect, Problem problem) {
        int asked = effect.nextPart() - 1;
        List<AllocatedPart> parts = new ArrayList<>(effect.parts().subList(0, asked));
        parts.add(effect.parts().get(asked).declined());
        draft.apply(new Event.EffectAllotted(effect.id(), parts, due(draft), problem));
        return parts.stream().filter(part -> !part.isHeld()).count() < MAX_DECLINED;
    }

    private static OwedEffect apply(Draft draft, OwedEffect effect, List<AllocatedPart> parts) {
        draft.apply(new Event.EffectAllotted(effect.id(), parts, due(draft), effect.problem()));
        return effect.allotted(parts, due(draft), effect.problem());
    }

    private static Instant due(Draft draft) {
        return draft.now().plus(draft.policy().effects().inlineFor());
    }

    /** Enters into the books what the locations hold. */
    public static void book(Draft draft, OwedEffect effect) {
        for (AllocatedPart part : effect.parts()) {
            if (part.isHeld()) {
                EffectResult.Done done = new EffectResult.Done(null, part.backordered(), part.missing());
                reserved(draft, part.lines(), done, part.location());
            }
        }
    }

    /**
     * Enters what the inventory holds or promises of the units that it was asked for. What was cancelled or changed meanwhile is
     * given back.
     */
    public static void reserved(
            Draft draft, List<LineQuantity> asked, EffectResult.Done done, @Nullable String location) {
        List<LineQuantity> lines = Quantities.beyond(asked, done.missing());
        List<LineQuantity> backordered = done.backordered();
        List<LineQuantity> held = Quantities.within(draft.books(), Quantities.beyond(lines, backordered), Units::open);
        if (!held.isEmpty()) {
            draft.apply(new Event.UnitsReserved(held, location));
        }
        List<LineQuantity> promised = Quantities.within(draft.books(), backordered, Units::open);
        if (!promised.isEmpty()) {
            draft.apply(new Event.UnitsBackordered(promised, location));
        }
        List<LineQuantity> unwanted = Quantities.beyond(Quantities.beyond(lines, held), promised);
        if (!unwanted.isEmpty()) {
            draft.want(EffectKind.INVENTORY_RELEASE.units(null, unwanted, location));
        }
        Cancellations.cancelOpen(draft, done.missing());
    }

    /** Owes that what locations hold for a reservation that comes to nothing is given back. */
    public static void release(Draft draft, OwedEffect effect, @Nullable String run) {
        for (UnitsByLocation.Place place : UnitsByLocation.of(effect)) {
            Intent release = EffectKind.INVENTORY_RELEASE.units(null, place.lines(), place.location());
            if (run == null) {
                draft.want(release);
            } else {
                draft.owe(run, release);
            }
        }
    }

    /** Undoes a reservation that was done, as far as the books still hold it. */
    public static void unreserve(Draft draft, @Nullable String state, OwedEffect done) {
        List<UnitsByLocation.Place> places = done.parts().isEmpty()
                ? List.of(new UnitsByLocation.Place(null, done.lines()))
                : UnitsByLocation.of(done);
        for (UnitsByLocation.Place place : places) {
            List<LineQuantity> held =
                    Quantities.within(draft.books(), place.lines(), units -> units.at(place.location())
                            .promised());
            if (!held.isEmpty()) {
                draft.apply(new Event.UnitsUnreserved(held, place.location()));
                draft.owe(state, EffectKind.INVENTORY_RELEASE.units(null, held, place.location()));
            }
        }
    }
}
