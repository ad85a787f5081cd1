package org.orderengine.memory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.orderengine.spi.store.Document;
import org.orderengine.spi.store.HistoryRow;

/**
 * One order with its history. It is changed, and its history read, only while its monitor is held; its version may be
 * read at any time.
 */
final class MemoryOrder {

    private final List<HistoryRow> history = new ArrayList<>();
    private final Map<String, HistoryRow> commands = new HashMap<>();
    private volatile @Nullable Version version;

    /** The order as it stands; null until its first commit, and once it is archived. */
    @Nullable
    Version version() {
        return version;
    }

    void become(Version next) {
        version = next;
    }

    /** The row that a command wrote; null if it wrote none. */
    @Nullable
    HistoryRow row(@Nullable String commandId) {
        return commandId == null ? null : commands.get(commandId);
    }

    void append(HistoryRow row) {
        history.add(row);
        if (row.commandId() != null) {
            commands.put(row.commandId(), row);
        }
    }

    /** Whether the order was removed, and only the first row of its history is left. */
    boolean isArchived() {
        return version == null && !history.isEmpty();
    }

    /** Replaces the events of a row, and nothing else of it. */
    void replaceEvents(HistoryRow by) {
        int at = (int) by.revision() - 1;
        HistoryRow row = history.get(at);
        HistoryRow rewritten = withEvents(row, by.events());
        history.set(at, rewritten);
        if (row.commandId() != null) {
            commands.put(row.commandId(), rewritten);
        }
    }

    /** Removes the order, and of its history all but the first row, whose events are replaced. */
    void archive(Document mark) {
        HistoryRow first = history.get(0);
        history.clear();
        commands.clear();
        append(withEvents(first, mark));
        version = null;
    }

    static HistoryRow withEvents(HistoryRow row, Document events) {
        return new HistoryRow(row.revision(), row.commandId(), row.fingerprint(), row.at(), events);
    }

    /** The rows from a revision on, at most {@code limit}. Row {@code n} is that of revision {@code n + 1}. */
    List<HistoryRow> rows(long fromRevision, int limit) {
        long from = Math.min(Math.max(fromRevision, 1) - 1, history.size());
        long to = Math.min(from + limit, history.size());
        return List.copyOf(history.subList((int) from, (int) to));
    }
}
