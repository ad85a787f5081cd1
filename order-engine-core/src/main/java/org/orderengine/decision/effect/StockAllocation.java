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
 * Allocates a reservation to several locations.
 *
 * <ol>
 *   <li>One owed effect stands for the whole reservation, so that it is done or declined as a whole.
 *   <li>The parts, one per location, are written down before any location is asked. The locations are asked one after another.
 *   <li>Where a location no longer has its part, the missing units are allocated anew. Other locations keep what they hold. After
 *       {@value #MAX_DECLINED} declined parts the reservation is declined.
 *   <li>When all parts are held, the books are told.
 * </ol>
 *
 * <p>It keeps no state of its own; the draft that it is given belongs to one thread.
 */
public final class StockAllocation {

    /** The number of declined parts after which the reservation is declined. */
    private static final int MAX_DECLINED = 3;

    private StockAllocation() {}

    /**
     * Enters which locations are asked. Units that no location has in stock are asked of one location once, since it may have them on
     * backorder.
     *
     * @return false where no location is left to ask: the reservation ends as it is
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

    /** The parts with one more, which is asked first, since its location may decline. */
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
     * Enters that the location asked no longer has its part. The locations after it were not asked yet.
     *
     * @return whether the missing units are to be allocated anew
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
     * Enters the units that the inventory holds or promises for a reservation. Units that were cancelled or changed meanwhile are given
     * back.
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

    /** Owes the release of the units that locations hold for a reservation which failed. */
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
