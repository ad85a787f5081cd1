/** Tests of what a price says and of offers in JSON. */
@NullMarked
package org.orderengine.pricing;

import org.jspecify.annotations.NullMarked;
