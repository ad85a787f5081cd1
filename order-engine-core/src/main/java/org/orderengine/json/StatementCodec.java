package org.orderengine.json;

import static org.orderengine.json.EventCodec.event;

import java.util.List;
import org.orderengine.event.Event.DocumentDrawn;
import org.orderengine.event.Event.DocumentDropped;
import org.orderengine.event.Event.DocumentIssued;
import org.orderengine.model.IssuedDocument;
import org.orderengine.model.Statement;

/** Invoices and credit notes, what they say, and the events about them. */
@SuppressWarnings("NullAway") // From JDK 22 on it takes the type variables of Shape.of for never null.
final class StatementCodec {

    private static final Words<Statement.Kind> KINDS = new Words<>(Statement.Kind.class);

    private static final Shape<Statement.Tax> TAX = Shape.of(
            Field.CATEGORY.text(Statement.Tax::category),
            Field.RATE.decimal(Statement.Tax::rate),
            Field.AMOUNT.amount(Statement.Tax::amount),
            Statement.Tax::new);

    private static final Shape<Statement.Entry> ENTRY = Shape.of(
            Field.KIND.word(KINDS, Statement.Kind.LINE, Statement.Entry::kind),
            Field.OF.optionalText(Statement.Entry::of),
            Field.QUANTITY.number(Statement.Entry::quantity),
            Field.AMOUNT.amount(Statement.Entry::net),
            Field.TAXES.objects(TAX, Statement.Entry::taxes),
            Statement.Entry::new);

    static final Shape<IssuedDocument> DOCUMENT = Shape.of(
            Field.DOCUMENT.text(IssuedDocument::id),
            Field.ENTRIES.objects(ENTRY, document -> document.statement().entries()),
            Field.NUMBER.optionalText(IssuedDocument::number),
            (id, entries, number) -> new IssuedDocument(id, new Statement(entries), number));

    static final List<EventCodec<?>> EVENTS = List.of(
            event(DocumentDrawn.class, Part.inline(DOCUMENT, DocumentDrawn::document), DocumentDrawn::new),
            event(
                    DocumentIssued.class,
                    Field.DOCUMENT.text(DocumentIssued::document),
                    Field.NUMBER.optionalText(DocumentIssued::number),
                    DocumentIssued::new),
            event(DocumentDropped.class, Field.DOCUMENT.text(DocumentDropped::document), DocumentDropped::new));

    private StatementCodec() {}
}
