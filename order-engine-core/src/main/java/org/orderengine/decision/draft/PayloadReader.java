package org.orderengine.decision.draft;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.orderengine.command.Payload;
import org.orderengine.decision.Codes;
import org.orderengine.model.Books;
import org.orderengine.model.Line;
import org.orderengine.model.LineQuantity;
import org.orderengine.model.Measure;
import org.orderengine.model.Money;
import org.orderengine.model.Problem;
import org.orderengine.pricing.quote.AskedQuantity;
import org.orderengine.process.vocabulary.PayloadKey;

/** Reads what goes with an action by the keys that describe it, and refuses a value that is not of its key's type. */
public final class PayloadReader {

    private static final PayloadKey LINE = PayloadKey.text("line", "the line").mandatory();
    private static final PayloadKey QUANTITY =
            PayloadKey.quantity("quantity", "how much of it").mandatory();

    /** What an element of a list of quantities holds, which {@link #lines} reads. */
    public static final List<PayloadKey> QUANTITIES = List.of(LINE, QUANTITY);

    private static final int MAX_TEXT = 1000;
    private static final int MAX_DECIMAL = 40;
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");

    private final Payload payload;
    private final Books books;
    private final Currency currency;

    /** The values that go with an action on an order with these books. */
    public PayloadReader(Payload payload, Books books) {
        this.payload = payload;
        this.books = books;
        this.currency = books.currency();
    }

    public Payload payload() {
        return payload;
    }

    public boolean has(PayloadKey key) {
        return payload.get(key.name()) != null;
    }

    /** Whether the key stands there, also where null was given. */
    public boolean isGiven(PayloadKey key) {
        return payload.keys().contains(key.name());
    }

    /** The texts of an object whose names the host chooses, null for one that is to be removed; none if there is no object. */
    public Map<String, @Nullable String> attributes(PayloadKey key) {
        Object value = payload.get(key.name());
        if (value == null) {
            return Map.of();
        }
        if (!(value instanceof Payload given)) {
            throw wrong(key, "an object of texts");
        }
        Map<String, @Nullable String> texts = new LinkedHashMap<>();
        for (String name : given.keys()) {
            Object text = given.get(name);
            if (text != null && !(text instanceof String)) {
                throw wrong(key, "an object of texts");
            }
            texts.put(name, (String) text);
        }
        return texts;
    }

    @Nullable
    public String text(PayloadKey key) {
        return text(key.name());
    }

    @Nullable
    public String text(String key) {
        Object value = payload.get(key);
        if (value == null) {
            return null;
        }
        if (value instanceof String text && !text.isBlank() && text.length() <= MAX_TEXT) {
            return text;
        }
        throw Draft.refuse(Codes.BAD_PAYLOAD, key + " is not a text of 1 to " + MAX_TEXT + " characters");
    }

    public String text(PayloadKey key, String otherwise) {
        String text = text(key);
        return text == null ? otherwise : text;
    }

    @Nullable
    public Boolean flag(PayloadKey key) {
        Object value = payload.get(key.name());
        if (value == null || value instanceof Boolean) {
            return (Boolean) value;
        }
        throw wrong(key, "true or false");
    }

    /** The amount of that name, more than zero and in the order's currency; null if there is none. */
    @Nullable
    public Money amount(PayloadKey key) {
        Object value = payload.get(key.name());
        if (value == null) {
            return null;
        }
        Money amount = value instanceof Money money ? money : parsed(key, value);
        if (!amount.currency().equals(currency)) {
            throw Draft.refuse(
                    Codes.CURRENCY_MISMATCH,
                    key.name() + " is in " + amount.currency().getCurrencyCode() + ", the order in "
                            + currency.getCurrencyCode());
        }
        if (!amount.isPositive()) {
            throw Draft.refuse(Codes.AMOUNT_NOT_POSITIVE, key.name() + " is " + amount + ", not more than zero");
        }
        return amount;
    }

    private Money parsed(PayloadKey key, Object value) {
        if (value instanceof String text) {
            try {
                return Money.parse(currency, text);
            } catch (IllegalArgumentException notAnAmount) {
                throw Draft.refuse(Codes.BAD_PAYLOAD, key.name() + ": " + notAnAmount.getMessage());
            }
        }
        throw wrong(key, "an amount");
    }

    /** The quantities per line, those of one line together; null if there are none given. */
    @Nullable
    public List<LineQuantity> lines(PayloadKey key) {
        List<Payload> given = payloads(key);
        if (given == null) {
            return null;
        }
        Map<String, Long> quantities = new LinkedHashMap<>();
        for (Payload one : given) {
            PayloadReader reader = new PayloadReader(one, books);
            String line = reader.text(LINE);
            if (line == null) {
                throw Draft.refuse(Codes.BAD_PAYLOAD, "an element of " + key.name() + " names no line");
            }
            long quantity = reader.quantity(QUANTITY, line);
            if (quantity < 1) {
                throw Draft.refuse(
                        Codes.BAD_PAYLOAD, "quantity of line " + line + " is " + quantity + ", not more than zero");
            }
            try {
                quantities.merge(line, quantity, Math::addExact);
            } catch (ArithmeticException overflow) {
                throw Draft.refuse(Codes.QUANTITY_EXCEEDED, "the quantities of line " + line + " do not fit");
            }
        }
        List<LineQuantity> lines = new ArrayList<>();
        quantities.forEach((line, quantity) -> lines.add(new LineQuantity(line, quantity)));
        if (lines.isEmpty()) {
            throw Draft.refuse(Codes.BAD_PAYLOAD, key.name() + " is empty; leave it out to mean all");
        }
        return lines;
    }

    /** The quantity of that name of a line, in steps where the line is measured; 0 if there is none. */
    public long quantity(PayloadKey key, String line) {
        Line known = books.line(line);
        return quantity(
                key, BigDecimal.ZERO, known == null ? null : known.item().measure(), "line " + line);
    }

    /** The quantity of that name of goods with that measure, in steps where there is one. */
    public long quantity(PayloadKey key, BigDecimal otherwise, @Nullable Measure measure, String what) {
        BigDecimal quantity = decimal(key, otherwise);
        Problem problem = AskedQuantity.problem(quantity, measure, what);
        if (problem != null) {
            throw Draft.refuse(problem.code(), problem.message());
        }
        return AskedQuantity.steps(quantity, measure);
    }

    /** The quantity of that name as it is written. */
    public BigDecimal decimal(PayloadKey key, BigDecimal otherwise) {
        Object value = payload.get(key.name());
        if (value == null) {
            return otherwise;
        }
        if (value instanceof Long whole) {
            return BigDecimal.valueOf(whole);
        }
        if (value instanceof String text
                && text.length() <= MAX_DECIMAL
                && DECIMAL.matcher(text).matches()) {
            return new BigDecimal(text);
        }
        throw wrong(key, "a whole number, or a decimal as text of goods that are measured");
    }

    /** The texts of a list; none if there is no list. */
    public List<String> texts(PayloadKey key) {
        Object value = payload.get(key.name());
        if (value == null) {
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        if (value instanceof List<?> list) {
            for (Object element : list) {
                if (element instanceof String text && !text.isBlank() && text.length() <= MAX_TEXT) {
                    texts.add(text);
                }
            }
            if (texts.size() == list.size()) {
                return texts;
            }
        }
        throw wrong(key, "a list of texts");
    }

    /** The values of an object; null if there is none. */
    @Nullable
    public PayloadReader object(PayloadKey key) {
        Object value = payload.get(key.name());
        if (value == null) {
            return null;
        }
        if (value instanceof Payload inner) {
            return new PayloadReader(inner, books);
        }
        throw wrong(key, "an object");
    }

    /** The readers of a list of objects; null if there is none. */
    @Nullable
    public List<PayloadReader> objects(PayloadKey key) {
        List<Payload> payloads = payloads(key);
        return payloads == null
                ? null
                : payloads.stream()
                        .map(inner -> new PayloadReader(inner, books))
                        .toList();
    }

    /** The price of that name, not less than zero and in the order's currency; null if there is none. */
    @Nullable
    public Money price(PayloadKey key) {
        Object value = payload.get(key.name());
        if (value == null) {
            return null;
        }
        Money price = value instanceof Money money ? money : parsed(key, value);
        if (!price.currency().equals(currency) || price.isNegative()) {
            throw wrong(key, "a price in " + currency.getCurrencyCode() + ", not less than zero");
        }
        return price;
    }

    /** The payloads of a list; null if there is none. */
    @Nullable
    private List<Payload> payloads(PayloadKey key) {
        Object value = payload.get(key.name());
        if (value == null) {
            return null;
        }
        if (!(value instanceof List<?> list)) {
            throw wrong(key, "a list");
        }
        List<Payload> payloads = new ArrayList<>();
        for (Object element : list) {
            if (!(element instanceof Payload one)) {
                throw wrong(key, "a list of objects");
            }
            payloads.add(one);
        }
        return payloads;
    }

    /** The whole number of that name. */
    public long number(PayloadKey key, long otherwise) {
        Object value = payload.get(key.name());
        if (value == null) {
            return otherwise;
        }
        if (value instanceof Long number) {
            return number;
        }
        throw wrong(key, "a whole number");
    }

    private static RefusedException wrong(PayloadKey key, String expected) {
        return Draft.refuse(Codes.BAD_PAYLOAD, key.name() + " is not " + expected);
    }
}
