package org.orderengine.pricing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.orderengine.json.JsonSource.ListValue;
import org.orderengine.json.JsonSource.Member;
import org.orderengine.json.JsonSource.NumberValue;
import org.orderengine.json.JsonSource.ObjectValue;
import org.orderengine.json.JsonSource.Place;
import org.orderengine.json.JsonSource.TextValue;
import org.orderengine.json.JsonSource.Value;
import org.orderengine.json.Suggestion;
import org.orderengine.model.Money;

/** The members of an object of an offer. What is wrong becomes a finding, and null is read in its place. */
final class JsonFields {

    private static final Pattern DECIMAL = Pattern.compile("\\d{1,18}(\\.\\d{1,18})?");

    private final ObjectValue object;
    private final @Nullable Currency currency;
    private final BiConsumer<Place, String> findings;

    private JsonFields(ObjectValue object, @Nullable Currency currency, BiConsumer<Place, String> findings) {
        this.object = object;
        this.currency = currency;
        this.findings = findings;
    }

    /** The members of an object, or null after a finding that it is none. Other keys than these are findings. */
    static @Nullable JsonFields of(
            Value value, @Nullable Currency currency, BiConsumer<Place, String> findings, List<String> keys) {
        if (!(value instanceof ObjectValue object)) {
            findings.accept(value.place(), "expected an object, found " + value.describe());
            return null;
        }
        for (Member member : object.members().values()) {
            if (!keys.contains(member.name())) {
                findings.accept(
                        member.place(),
                        "unknown key \"" + member.name() + "\"" + Suggestion.didYouMean(member.name(), keys));
            }
        }
        return new JsonFields(object, currency, findings);
    }

    boolean has(String key) {
        return object.get(key) != null;
    }

    /** Where the member of that key stands, or the object where there is none. */
    Place place(String key) {
        Value value = object.get(key);
        return value == null ? object.place() : value.place();
    }

    void find(String key, String message) {
        findings.accept(place(key), message);
    }

    @Nullable
    String text(String key) {
        return read(key, JsonFields::textOf);
    }

    @Nullable
    String requiredText(String key) {
        return required(key) == null ? null : text(key);
    }

    @Nullable
    Long number(String key) {
        return read(key, value -> value instanceof NumberValue number ? wholeNumber(number.number()) : null);
    }

    @Nullable
    Long requiredNumber(String key) {
        return required(key) == null ? null : number(key);
    }

    @Nullable
    BigDecimal decimal(String key) {
        return read(key, value -> {
            if (value instanceof TextValue text && DECIMAL.matcher(text.text()).matches()) {
                return new BigDecimal(text.text());
            }
            throw new IllegalArgumentException("expected a decimal as text, like \"12.5\", found " + value.describe());
        });
    }

    @Nullable
    Money money(String key) {
        return read(key, this::moneyOf);
    }

    @Nullable
    Money requiredMoney(String key) {
        return required(key) == null ? null : money(key);
    }

    /** What {@code parse} makes of a text; it says by an exception what is wrong with it. */
    <T> @Nullable T parsed(String key, Function<String, T> parse) {
        return read(key, value -> parse.apply(textOf(value)));
    }

    /** The texts of a list; empty where there is none. */
    Set<String> texts(String key) {
        return new LinkedHashSet<>(list(key, value -> checked(value, JsonFields::textOf)));
    }

    /** The elements of a list, those left out that were found wrong; empty where there is none. */
    <T> List<T> list(String key, Function<Value, @Nullable T> element) {
        Value value = object.get(key);
        return value == null ? List.of() : elements(value, findings, element);
    }

    /** Each member of an object whose keys are free; empty where there is none. */
    <T> Map<String, T> map(String key, Function<Value, @Nullable T> element) {
        Map<String, T> map = new LinkedHashMap<>();
        Value value = object.get(key);
        if (value instanceof ObjectValue free) {
            for (Member member : free.members().values()) {
                T read = checked(member.value(), element);
                if (read != null) {
                    map.put(member.name(), read);
                }
            }
        } else if (value != null) {
            find(key, "expected an object, found " + value.describe());
        }
        return map;
    }

    /** The object of that key with its members, or null. */
    @Nullable
    JsonFields object(String key, String... keys) {
        Value value = object.get(key);
        return value == null ? null : of(value, currency, findings, List.of(keys));
    }

    /** What {@code making} makes, or null after a finding at that key if it refuses. */
    <T> @Nullable T make(String key, Supplier<T> making) {
        try {
            return making.get();
        } catch (IllegalArgumentException refused) {
            find(key, String.valueOf(refused.getMessage()));
            return null;
        }
    }

    static <T> List<T> elements(Value value, BiConsumer<Place, String> findings, Function<Value, @Nullable T> element) {
        List<T> elements = new ArrayList<>();
        if (value instanceof ListValue list) {
            for (Value each : list.elements()) {
                T read = element.apply(each);
                if (read != null) {
                    elements.add(read);
                }
            }
        } else {
            findings.accept(value.place(), "expected a list, found " + value.describe());
        }
        return elements;
    }

    static String textOf(Value value) {
        if (value instanceof TextValue text && !text.text().isBlank()) {
            return text.text();
        }
        throw new IllegalArgumentException("expected a text, found " + value.describe());
    }

    Money moneyOf(Value value) {
        if (!(value instanceof TextValue text)) {
            throw new IllegalArgumentException("expected an amount as text, like \"12.30\", found " + value.describe());
        }
        return currency == null ? Money.zero(Currency.getInstance("XXX")) : Money.parse(currency, text.text());
    }

    private static Long wholeNumber(BigDecimal number) {
        boolean isLarge = (long) number.precision() - number.scale() > 19;
        if (!isLarge && number.stripTrailingZeros().scale() > 0) {
            throw new IllegalArgumentException("expected a whole number, found " + number);
        }
        try {
            if (!isLarge) {
                return number.longValueExact();
            }
        } catch (ArithmeticException tooLarge) {
            throw new IllegalArgumentException(number + " is more than a whole number can be", tooLarge);
        }
        throw new IllegalArgumentException(number + " is more than a whole number can be");
    }

    private @Nullable Value required(String key) {
        Value value = object.get(key);
        if (value == null) {
            findings.accept(object.place(), "\"" + key + "\" is missing");
        }
        return value;
    }

    private <T> @Nullable T read(String key, Function<Value, @Nullable T> reader) {
        Value value = object.get(key);
        return value == null ? null : checked(value, reader);
    }

    private <T> @Nullable T checked(Value value, Function<Value, @Nullable T> reader) {
        try {
            return reader.apply(value);
        } catch (IllegalArgumentException wrong) {
            findings.accept(value.place(), String.valueOf(wrong.getMessage()));
            return null;
        }
    }
}
