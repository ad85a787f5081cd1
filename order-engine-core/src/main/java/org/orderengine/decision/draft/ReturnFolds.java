package org.orderengine.decision.draft;

import java.util.ArrayList;
import java.util.List;
import org.orderengine.event.Event;
import org.orderengine.model.Books;
import org.orderengine.model.Return;
import org.orderengine.model.ReturnLine;

/** What each event of a return enters into the books. */
final class ReturnFolds {

    static final Folds<Books, Event.OfReturns> FOLDS = new Folds<Books, Event.OfReturns>()
            .on(
                    Event.ReturnRequested.class,
                    (books, event) -> books.withReturns(Folds.with(books.returns(), event.requested())))
            .on(Event.ReturnReceived.class, ReturnFolds::received)
            .on(
                    Event.ReturnMoved.class,
                    (books, moved) ->
                            books.withReturn(moved.returned(), returned -> returned.in(moved.state(), moved.ended())))
            .on(
                    Event.ReturnReplaced.class,
                    (books, event) ->
                            books.withReturn(event.returned(), returned -> returned.replacedBy(event.lines())));

    private ReturnFolds() {}

    private static Books received(Books books, Event.ReturnReceived event) {
        Books moved = books;
        for (ReturnLine found : event.lines()) {
            moved = moved.withLine(
                    found.line(), line -> line.withUnits(line.units().takeBack(found.accepted(), found.damaged())));
        }
        return moved.withReturn(event.returned(), returned -> inspected(returned, event));
    }

    private static Return inspected(Return returned, Event.ReturnReceived event) {
        List<ReturnLine> lines = new ArrayList<>(returned.lines());
        for (ReturnLine found : event.lines()) {
            lines.replaceAll(line -> line.line().equals(found.line())
                    ? line.inspected(found.accepted(), found.damaged(), found.rejected())
                    : line);
        }
        return returned.inspected(lines, event.refund());
    }
}
