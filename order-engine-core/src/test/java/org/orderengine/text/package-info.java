/** Tests of texts. */
@NullMarked
package org.orderengine.text;

import org.jspecify.annotations.NullMarked;
