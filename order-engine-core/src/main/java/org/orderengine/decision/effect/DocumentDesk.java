package org.orderengine.decision.effect;

import java.util.List;
import org.orderengine.decision.draft.Draft;
import org.orderengine.decision.draft.Names;
import org.orderengine.effect.Effect;
import org.orderengine.event.Event;
import org.orderengine.model.IssuedDocument;
import org.orderengine.model.Order;
import org.orderengine.model.OwedEffect;
import org.orderengine.model.Statement;
import org.orderengine.process.vocabulary.EffectKind;

/** The effect of the host's invoices and credit notes. */
final class DocumentDesk implements Desk {

    @Override
    public List<Duty> duties() {
        return List.of(Duty.of(EffectKind.DOCUMENT_ISSUE, DocumentDesk::request)
                .planned(DocumentDesk::draw)
                .booked((draft, effect, done) ->
                        draft.apply(new Event.DocumentIssued(Requests.subject(effect), done.reference()))));
    }

    private static Effect request(Order order, OwedEffect effect) {
        IssuedDocument document = order.books().document(Requests.subject(effect));
        if (document == null) {
            throw new IllegalStateException("there is no document " + effect.subject());
        }
        return new Effect.IssueDocument(document.id(), order.origin().buyer(), document.statement());
    }

    /** Freezes what no document says yet, and wants it issued; nothing where there is nothing to say. */
    private static void draw(Draft draft) {
        Statement unsaid = draft.books().undocumented();
        if (!unsaid.isEmpty()) {
            String id = Names.next(
                    "d",
                    draft.books().documents().size(),
                    taken -> draft.books().document(taken) != null);
            draft.apply(new Event.DocumentDrawn(new IssuedDocument(id, unsaid, null)));
            draft.want(EffectKind.DOCUMENT_ISSUE.units(id, List.of()));
        }
    }

    /** What a document would have said that is never issued is said by the next. */
    @Override
    public void givenUp(Draft draft, OwedEffect effect) {
        String id = effect.subject();
        if (id != null && draft.books().document(id) != null) {
            draft.apply(new Event.DocumentDropped(id));
        }
    }
}
