package org.orderengine.verification.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orderengine.verification.engine.TestShop.eur;

import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.orderengine.command.PlaceOrder;
import org.orderengine.command.action.Cancel;
import org.orderengine.command.action.Refund;
import org.orderengine.model.Books;
import org.orderengine.model.ChargeTerms;
import org.orderengine.model.IssuedDocument;
import org.orderengine.model.Money;
import org.orderengine.model.Statement;
import org.orderengine.model.Totals;
import org.orderengine.orders.TimelineEntry;
import org.orderengine.process.ProcessJson;
import org.orderengine.testkit.Answer;
import org.orderengine.testkit.FakeDocuments;

/** Invoices and credit notes: what they say is frozen with the order, and together they say what was paid for. */
class DocumentsTest {

    private static final String ID = "o-1";

    private static final String PROCESS =
            """
            { "process": "invoiced", "version": 1, "extends": "physical-goods@1",
              "states": {
                "paid": { "entry": ["document.issue"], "on": { "refund": "paid", "cancel": [
                    { "when": "nothing-left", "to": "cancelling" }, { "to": "paid" } ] } },
                "delivered": { "entry": ["document.issue"], "on": { "refund": "delivered", "receive-return": "delivered" } },
                "completed": { "entry": ["points.grant", "document.issue"] },
                "returned": { "entry": ["document.issue"] },
                "cancelled": { "entry": ["document.issue"] } } }""";

    private final FakeDocuments documents = new FakeDocuments();
    private final TestShop shop =
            new TestShop(builder -> builder.process(ProcessJson.read(PROCESS)).documents(documents));

    @Test
    void an_invoice_says_what_was_paid_for_and_a_credit_note_what_went_back() {
        place();
        assertThat(documents()).hasSize(1);
        IssuedDocument invoice = documents().get(0);
        assertThat(invoice.number()).isEqualTo("1");
        assertThat(invoice.statement().total(eur("0.00"))).isEqualTo(eur("38.69"));
        assertThat(invoice.statement().entries().get(0))
                .isEqualTo(new Statement.Entry(
                        Statement.Kind.LINE,
                        "1",
                        3,
                        eur("30.00"),
                        List.of(new Statement.Tax("standard", new BigDecimal("0.19"), eur("5.70")))));
        shop.execute(Cancel.on(ID).line("1", 1).build());
        IssuedDocument note = documents().get(1);
        assertThat(note.number()).isEqualTo("2");
        assertThat(note.statement().entries())
                .containsExactly(
                        new Statement.Entry(
                                Statement.Kind.LINE,
                                "1",
                                -1,
                                eur("-10.00"),
                                List.of(new Statement.Tax("standard", new BigDecimal("0.19"), eur("-1.90")))),
                        new Statement.Entry(
                                Statement.Kind.CHARGE,
                                "packing",
                                0,
                                eur("-0.33"),
                                List.of(new Statement.Tax("standard", new BigDecimal("0.19"), eur("-0.06")))));
        saysWhatWasPaid();
    }

    @Test
    void what_a_document_says_stays_whatever_becomes_of_the_order() {
        place();
        Statement before = documents().get(0).statement();
        shop.execute(Refund.on(ID).line("1").amount(eur("3.57")).build());
        assertThat(documents().get(0).statement()).isEqualTo(before);
        assertThat(documents().get(1).statement().total(eur("0.00"))).isEqualTo(eur("-3.57"));
        saysWhatWasPaid();
    }

    @Test
    void what_a_declined_document_would_have_said_is_said_by_the_next() {
        documents.answer(Answer.DECLINED);
        place();
        assertThat(documents()).isEmpty();
        shop.execute(Cancel.on(ID).line("1", 1).build());
        assertThat(documents()).hasSize(1);
        saysWhatWasPaid();
    }

    @Test
    void the_statement_between_two_revisions_says_what_came_about_in_between() {
        place();
        shop.execute(Cancel.on(ID).line("1", 1).build());
        shop.execute(Refund.on(ID).amount(eur("1.00")).build());
        Books before = null;
        Statement sum = Statement.EMPTY;
        for (TimelineEntry entry : shop.engine.orders().timeline(ID)) {
            Books after = entry.order().books();
            Statement step = before == null ? Statement.of(after) : Statement.between(before, after);
            sum = Statement.sum(List.of(sum, step));
            assertThat(sum.total(eur("0.00"))).isEqualTo(after.totals().total());
            before = after;
        }
        assertThat(sum).isEqualTo(Statement.of(shop.order(ID).books()));
    }

    /** What a later document will say counts with them, where the order rests in a state that issues none. */
    @Property(tries = 60, shrinking = ShrinkingMode.BOUNDED)
    void the_documents_of_an_order_sum_to_what_was_captured_less_what_was_refunded(
            @ForAll @Size(max = 8) List<@IntRange(max = 9) Integer> happenings) {
        DocumentsTest other = new DocumentsTest();
        other.place();
        for (int what : happenings) {
            other.happen(what);
        }
        Books books = other.shop.order(ID).books();
        assertThat(other.said().plus(books.undocumented().total(eur("0.00")))).isEqualTo(other.paid());
        if (List.of("paid", "delivered").contains(other.shop.state(ID))) {
            other.saysWhatWasPaid();
        }
    }

    private void happen(int what) {
        switch (what) {
            case 0 -> shop.execute(Cancel.on(ID).line("1", 1).build());
            case 1 -> shop.execute(Cancel.on(ID).line("2", 1).build());
            case 2 -> shop.execute(Refund.on(ID).amount(eur("0.37")).build());
            case 3 -> shop.execute(Refund.on(ID).line("1").amount(eur("2.11")).build());
            case 4 ->
                shop.execute(
                        Refund.on(ID).line("2").quantity(1).amount(eur("0.50")).build());
            case 5 -> shop.act(ID, "ship");
            case 6 -> shop.act(ID, "deliver");
            case 7 -> {
                shop.act(ID, "request-return");
                shop.act(ID, "approve-return");
                shop.act(ID, "receive-return");
            }
            case 8 -> shop.act(ID, "confirm");
            default -> shop.act(ID, "complete");
        }
    }

    private void place() {
        shop.execute(PlaceOrder.of(ID)
                .line("LAMP", 3)
                .line("PIN", 7)
                .charge(ChargeTerms.of("packing", eur("1.00"))
                        .taxedAs("standard")
                        .refunded(ChargeTerms.Refund.PRO_RATA))
                .charge(ChargeTerms.of("deposit", eur("1.31")).ofLine("2"))
                .build());
        shop.act(ID, "pay");
        assertThat(shop.state(ID)).isEqualTo("paid");
    }

    private List<IssuedDocument> documents() {
        return shop.order(ID).books().documents();
    }

    /** Everything is documented, and comes to what was paid. */
    private void saysWhatWasPaid() {
        assertThat(shop.order(ID).books().undocumented().entries()).isEmpty();
        assertThat(said()).isEqualTo(paid());
    }

    private Money said() {
        return Statement.sum(documents().stream().map(IssuedDocument::statement).toList())
                .total(eur("0.00"));
    }

    private Money paid() {
        Totals totals = shop.order(ID).books().totals();
        assertThat(totals.outstanding()).isEqualTo(eur("0.00"));
        return totals.captured().minus(totals.refunded());
    }
}
