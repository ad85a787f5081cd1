package org.orderengine.examples.shop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orderengine.effect.EffectResult;
import org.orderengine.engine.OrderEngine;
import org.orderengine.machine.definition.Finding;
import org.orderengine.process.ProcessDefinition;
import org.orderengine.process.ProcessJson;

class EmbeddedShopTest {

    private static final int ORDERS = 30;
    private static final int KILLS = 5;

    @TempDir
    private Path folder;

    /** The provider outlives the shop, as providers do: it runs in this process, the shop in one of its own. */
    @Test
    void killed_five_times_and_started_again_the_books_of_all_agree() throws Exception {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        try (Provider provider = new Provider(folder.resolve("provider.db"))) {
            for (int kill = 1; kill <= KILLS; kill++) {
                Process shop = start(provider);
                String heard = hear(shop, 4 * kill + random.nextInt(4));
                TimeUnit.MILLISECONDS.sleep(random.nextInt(150));
                assertThat(shop.isAlive())
                        .as("there was work left at kill %s, seed %s; heard: %s", kill, seed, heard)
                        .isTrue();
                shop.destroyForcibly().waitFor();
            }
            Process shop = start(provider);
            JsonNode sums = Http.JSON.readTree(last(shop));
            assertThat(shop.waitFor()).isZero();
            assertThat(sums.path("agree").asBoolean())
                    .as("%s, seed %s", sums, seed)
                    .isTrue();
            assertThat(sums.path("orders").asInt()).isEqualTo(ORDERS);
            assertThat(sums.path("states").toString()).isEqualTo("{\"cancelled\":6,\"delivered\":24}");
            assertThat(sums.path("giftsWrapped").asInt()).isEqualTo(ORDERS / 5);
            assertThat(sums.path("capturedCents").asLong()).isEqualTo(ORDERS * 2_955L);
            assertThat(sums.path("refundedCents").asLong()).isEqualTo(ORDERS / 5 * (2_955L + 1_230L));
        }
    }

    @Test
    void the_process_has_no_findings_but_those_of_names_that_are_the_shops_own() throws IOException {
        ProcessDefinition process;
        try (var text = Shop.class.getResourceAsStream("gift-shop.json")) {
            assertThat(text).isNotNull();
            process = ProcessJson.read(new String(text.readAllBytes(), StandardCharsets.UTF_8));
        }
        List<Finding> findings = OrderEngine.builder()
                .guard("is-gift", Wrapping::refusal)
                .effect("gift.wrap", (order, call) -> EffectResult.done())
                .verify(process);
        assertThat(findings).isEmpty();
    }

    private Process start(Provider provider) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx256m",
                        "-Dorg.slf4j.simpleLogger.defaultLogLevel=off",
                        "-cp",
                        System.getProperty("java.class.path"),
                        EmbeddedShop.class.getName(),
                        folder.toString(),
                        String.valueOf(ORDERS),
                        provider.address())
                .redirectErrorStream(true)
                .start();
    }

    /** Waits until the shop has told of as many orders; of those that were done before it tells anew. */
    private static String hear(Process shop, int lines) throws IOException {
        StringBuilder heard = new StringBuilder();
        BufferedReader out = reader(shop);
        for (int line = 0; line < lines; line++) {
            heard.append(out.readLine()).append('\n');
        }
        return heard.toString();
    }

    private static String last(Process shop) throws IOException {
        String last = "";
        BufferedReader out = reader(shop);
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            last = line;
        }
        return last;
    }

    private static BufferedReader reader(Process shop) {
        return new BufferedReader(new InputStreamReader(shop.getInputStream(), StandardCharsets.UTF_8));
    }
}
