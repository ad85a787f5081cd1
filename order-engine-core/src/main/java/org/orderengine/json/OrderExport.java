package org.orderengine.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.orderengine.spi.store.Document;
import org.orderengine.spi.store.HistoryRow;
import org.orderengine.spi.store.StoredOrder;

/** An order with its whole history as one line of JSON, its documents as they are stored. */
public final class OrderExport {

    private OrderExport() {}

    /** The line of an order, without a line break. */
    public static String line(StoredOrder order, List<HistoryRow> history) {
        StringWriter line = new StringWriter();
        try (JsonGenerator json = Json.FACTORY.createGenerator(line)) {
            json.writeStartObject();
            json.writeStringField("order", order.orderId());
            json.writeNumberField("revision", order.revision());
            document(json, "document", order.document());
            json.writeArrayFieldStart("history");
            for (HistoryRow row : history) {
                row(json, row);
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return line.toString();
    }

    private static void row(JsonGenerator json, HistoryRow row) throws IOException {
        json.writeStartObject();
        json.writeNumberField("revision", row.revision());
        if (row.commandId() != null) {
            json.writeStringField("command", row.commandId());
            json.writeNumberField("fingerprint", row.fingerprint());
        }
        json.writeStringField("at", row.at().toString());
        document(json, "events", row.events());
        json.writeEndObject();
    }

    private static void document(JsonGenerator json, String name, Document document) throws IOException {
        json.writeFieldName(name);
        json.writeRawValue(new String(document.bytes(), StandardCharsets.UTF_8));
    }
}
