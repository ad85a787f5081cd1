package org.orderengine.pricing.quote;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import net.jqwik.api.statistics.Statistics;
import org.orderengine.model.Books;
import org.orderengine.model.Line;
import org.orderengine.model.Money;
import org.orderengine.pricing.QuoteResult;

/** What must hold for every order whose measured goods are weighed. */
@Domain(Carts.class)
@Domain(DomainContext.Global.class)
class WeighingProperties {

    private static final int CARTS = 300;

    @Property(tries = CARTS)
    void what_is_covered_or_was_agreed_is_never_exceeded(@ForAll GeneratedCart cart, @ForAll Random random) {
        Books books = cart.quoted().books();
        long total = books.totals().total().minorUnits();
        Money covered = cart.money(random.nextBoolean() ? 0 : total + random.nextLong(1 + total / 10));
        Books after = weighed(cart, books, weights(books, random), covered);
        assertThat(after.totals().total().minorUnits()).isLessThanOrEqualTo(Math.max(total, covered.minorUnits()));
        boolean isMeasured = books.lines().stream().anyMatch(Line::isToBeWeighed);
        Statistics.collect(isMeasured ? "weighed" : "nothing to weigh");
        Statistics.coverage(coverage -> coverage.check("weighed").percentage(share -> share > 10));
    }

    @Property(tries = CARTS)
    void weighed_again_is_as_weighed_once(@ForAll GeneratedCart cart, @ForAll Random random) {
        Books books = cart.quoted().books();
        Money covered = books.totals().total();
        Map<String, Long> last = weights(books, random);
        Books once = weighed(cart, books, last, covered);
        Books twice = weighed(cart, weighed(cart, books, weights(books, random), covered), last, covered);
        for (Line line : once.lines()) {
            Line again = twice.line(line.id());
            assertThat(again).isNotNull();
            assertThat(again.basis()).isEqualTo(line.basis());
            assertThat(again.units()).isEqualTo(line.units());
        }
    }

    @Property(tries = CARTS)
    void goods_that_weigh_what_was_ordered_cost_what_was_agreed(@ForAll GeneratedCart cart) {
        Books books = cart.quoted().books();
        Map<String, Long> weights = new HashMap<>();
        for (Line line : books.lines()) {
            if (line.isToBeWeighed()) {
                weights.put(line.id(), line.units().ordered());
            }
        }
        Books after = weighed(cart, books, weights, cart.money(Long.MAX_VALUE / 4));
        for (Line line : books.lines()) {
            Line same = after.line(line.id());
            assertThat(same).isNotNull();
            assertThat(same.subtotal()).isEqualTo(line.subtotal());
            assertThat(same.discount()).isEqualTo(line.discount());
            assertThat(same.units()).isEqualTo(line.units());
        }
    }

    private static Map<String, Long> weights(Books books, Random random) {
        Map<String, Long> weights = new HashMap<>();
        for (Line line : books.lines()) {
            if (line.item().measure() != null) {
                weights.put(line.id(), 1 + random.nextLong(2 * line.units().ordered()));
            }
        }
        return weights;
    }

    private static Books weighed(GeneratedCart cart, Books books, Map<String, Long> weights, Money covered) {
        if (cart.pricing().weigh(books, weights, covered) instanceof QuoteResult.Quoted quoted) {
            return quoted.books();
        }
        throw new AssertionError("not weighed: " + weights);
    }
}
