package org.orderengine.machine;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderengine.machine.chart.HistoryRecords;

/**
 * A configuration together with what each event does in it, worked out when first asked.
 *
 * <p>It is the one implementation of an instance. The fields that are filled in later are read and written without locks: every thread
 * that works one of them out finds an equally good value.
 */
final class KnownConfiguration<S, E, C> extends Configuration<S, E, C> {

    private final Kernel<S, E, C> kernel;
    private final boolean kept;
    private final @Nullable EventRow<S, E, C>[] rows;
    private final @Nullable Shortcut<S, E, C>[] shortcuts;
    private @Nullable List<E> events;

    KnownConfiguration(Kernel<S, E, C> kernel, BitSet active, HistoryRecords recorded, boolean kept) {
        super(kernel.name(), kernel.chart(), active, recorded);
        this.kernel = kernel;
        this.kept = kept;
        int events = kept ? kernel.chart().events().size() : 0;
        this.rows = newRows(events);
        this.shortcuts = newShortcuts(events);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static <S, E, C> @Nullable EventRow<S, E, C>[] newRows(int size) {
        return new EventRow[size];
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static <S, E, C> @Nullable Shortcut<S, E, C>[] newShortcuts(int size) {
        return new Shortcut[size];
    }

    Kernel<S, E, C> kernel() {
        return kernel;
    }

    /** Whether there was room to keep one more thing worked out for this node; it is taken. */
    boolean takeRoom() {
        return kept && kernel.memory().takeRoom();
    }

    /** What an event, or none, does here. */
    EventRow<S, E, C> row(int event) {
        EventRow<S, E, C> known = event < rows.length ? rows[event] : null;
        return known != null ? known : newRow(event);
    }

    private EventRow<S, E, C> newRow(int event) {
        EventRow<S, E, C> row = new EventRow<>(this, event);
        if (takeRoom()) {
            rows[event] = row;
        }
        return row;
    }

    /** The quick way to select what an event does here, or null if there is no room for one. */
    @Nullable
    Shortcut<S, E, C> shortcut(int event) {
        Shortcut<S, E, C> known = event < shortcuts.length ? shortcuts[event] : null;
        return known != null ? known : newShortcut(event);
    }

    private @Nullable Shortcut<S, E, C> newShortcut(int event) {
        if (!takeRoom()) {
            return null;
        }
        Shortcut<S, E, C> shortcut = new Shortcut<>(row(event), kernel.guardLanes());
        shortcuts[event] = shortcut;
        return shortcut;
    }

    /** The events that may be accepted here, depending on guards. */
    List<E> events() {
        List<E> known = events;
        if (known == null) {
            List<E> open = new ArrayList<>();
            List<E> all = kernel.chart().events().events();
            for (int index = 0; index < all.size(); index++) {
                if (row(1 + index).isOpen()) {
                    open.add(all.get(index));
                }
            }
            known = List.copyOf(open);
            events = known;
        }
        return known;
    }
}
