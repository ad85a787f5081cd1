/**
 * The reader of JSON that people write, such as definitions, offers, criteria and scenarios: values with their places, and findings where they
 * are not as they should be. Internal, for the testkit too. Depends on {@code text} and the SPI.
 */
@NullMarked
package org.orderengine.source;

import org.jspecify.annotations.NullMarked;
