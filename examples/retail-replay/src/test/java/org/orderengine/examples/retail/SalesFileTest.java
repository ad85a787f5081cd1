package org.orderengine.examples.retail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SalesFileTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    1,A,x,-3,2024-01-01 00:00:00,0,NA,UK           | negative-quantity
                    1,A,x,0,2024-01-01 00:00:00,1.00,NA,UK         | no-quantity
                    1,A,x,,2024-01-01 00:00:00,1.00,NA,UK          | no-quantity
                    1,A,x,1.5,2024-01-01 00:00:00,1.00,NA,UK       | unreadable-quantity
                    1,A,x,1,2024-01-01 00:00:00,0.00,NA,UK         | no-price
                    1,A,x,1,2024-01-01 00:00:00,,NA,UK             | no-price
                    1,A,x,1,2024-01-01 00:00:00,-1.00,NA,UK        | negative-price
                    1,A,x,1,2024-01-01 00:00:00,0.005,NA,UK        | price-finer-than-a-penny
                    1,A,x,1,2024-01-01 00:00:00,a pound,NA,UK      | unreadable-price
                    1,A,x,1,2024-01-01 00:00:00,1e40,NA,UK         | price-too-large
                    1,A,x,1,yesterday,1.00,NA,UK                   | unreadable-date
                    1,A,x,1,,1.00,NA,UK                            | no-date
                    ,A,x,1,2024-01-01 00:00:00,1.00,NA,UK          | no-invoice-number
                    1,,x,1,2024-01-01 00:00:00,1.00,NA,UK          | no-product
                    C1,A,x,1,2024-01-01 00:00:00,1.00,NA,UK        | cancellation-of-nothing
                    1,A                                            | no-quantity
                    """)
    void a_row_that_is_no_sale_is_set_aside_with_a_reason(String row, String reason) {
        SalesFile file = new Shop().line(row).file();

        assertThat(file.setAside()).containsExactly(reason);
        assertThat(file.invoices()).isEmpty();
        assertThat(file.size()).isEqualTo(1);
    }

    @Test
    void commas_quotes_and_line_ends_within_quotes_belong_to_the_field() throws IOException {
        SalesFile file = read(
                """
                "InvoiceNo","StockCode","Description","Quantity","InvoiceDate","UnitPrice","CustomerID","Country"\r
                "1","A,B","TRAY ""OVAL"", RED
                AND BLUE",2,"2024-01-01 10:00:00",1.50,4001,"Channel Islands, The"\r
                """);

        SalesRow row = file.invoices().get(0).rows().get(0);
        assertThat(row.sku()).isEqualTo("A,B");
        assertThat(row.quantity()).isEqualTo(2);
        assertThat(row.country()).isEqualTo("Channel Islands, The");
    }

    @Test
    void columns_may_stand_in_any_order_behind_a_byte_order_mark() throws IOException {
        SalesFile file = read(
                """
                \uFEFFCountry,CustomerID,UnitPrice,InvoiceDate,Quantity,StockCode,InvoiceNo
                France,NA,1.5,2024-01-01 10:00:00,2,MUG,77
                """);

        SalesRow row = file.invoices().get(0).rows().get(0);
        assertThat(row.invoice()).isEqualTo("77");
        assertThat(row.price().toDecimal()).isEqualTo("1.50");
        assertThat(row.customer()).isNull();
    }

    @Test
    void invoices_come_in_the_order_of_their_dates_and_cancellations_after_sales_of_the_same_instant() {
        List<Invoice> invoices = new Shop()
                .row("C9", "MUG", -1, "2024-01-02", "1.00", "1")
                .row("8", "MUG", 1, "2024-01-02", "1.00", "1")
                .row("7", "MUG", 1, "2024-01-01", "1.00", "1")
                .row("8", "CUP", 1, "2024-01-01", "1.00", "1")
                .file()
                .invoices();

        assertThat(invoices).extracting(Invoice::id).containsExactly("8", "7", "C9");
        assertThat(invoices.get(0).rows()).hasSize(2);
    }

    @Test
    void a_file_without_rows_holds_no_invoices() {
        assertThat(new Shop().file().invoices()).isEmpty();
    }

    @Test
    void what_is_no_such_file_cannot_be_used() {
        assertThatThrownBy(() -> read(""))
                .isInstanceOf(UnusableInputException.class)
                .hasMessageContaining("empty");
        assertThatThrownBy(() -> read("a,b\n1,2\n"))
                .isInstanceOf(UnusableInputException.class)
                .hasMessageContaining("InvoiceNo")
                .hasMessageContaining("[a, b]");
        assertThatThrownBy(() -> read("InvoiceNo,\"StockCode\n1,2\n")).isInstanceOf(UnusableInputException.class);
        assertThatThrownBy(() -> read("InvoiceNo,\u0007\u001b[2J\n"))
                .isInstanceOf(UnusableInputException.class)
                .message()
                .matches("\\p{Print}*");
    }

    private static SalesFile read(String text) throws IOException {
        return SalesFile.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
}
