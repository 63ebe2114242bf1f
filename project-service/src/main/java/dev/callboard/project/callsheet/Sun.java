package dev.callboard.project.callsheet;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * When the sun rises, sets and is so low that it is dark, at a point on a date. The equations are those of NOAA's Solar
 * Calculator, after J. Meeus, <i>Astronomical Algorithms</i> (gml.noaa.gov/grad/solcalc/calcdetails.html): good to about a
 * minute between 72° north and south.
 *
 * <p>59.3195 N 18.0722 E on 30 October 2027: sets 15:01 UTC, 17:01 in Stockholm.
 *
 * @param rise null where the sun does not rise, or never set
 * @param dark end of civil twilight
 */
record Sun(
        @Nullable Instant rise,
        @Nullable Instant set,
        @Nullable Instant dark) {
    /** Zenith of the sun's centre when its upper rim is on the horizon: 34′ refraction and 16′ radius. */
    private static final double HORIZON = 90.833;

    private static final double CIVIL_TWILIGHT = 96;
    private static final double MINUTES_PER_DEGREE = 4;
    private static final double NOON = 720;

    /** @param date of the noon that is asked about, at the point itself */
    static Sun at(double latitude, double longitude, LocalDate date) {
        return new Sun(
                crossing(latitude, longitude, date, HORIZON, true),
                crossing(latitude, longitude, date, HORIZON, false),
                crossing(latitude, longitude, date, CIVIL_TWILIGHT, false));
    }

    /** Calculated twice: the sun moves on between noon and what is looked for. */
    private static @Nullable Instant crossing(
            double latitude, double longitude, LocalDate date, double zenith, boolean rising) {
        double minutes = NOON - MINUTES_PER_DEGREE * longitude;
        for (int round = 0; round < 2; round++) {
            double century = (date.toEpochDay() + 2_440_587.5 + minutes / 1440 - 2_451_545) / 36_525;
            double declination = declination(century);
            double cosine = (cos(zenith) - sin(latitude) * sin(declination)) / (cos(latitude) * cos(declination));
            if (Math.abs(cosine) > 1) return null;

            double hourAngle = Math.toDegrees(Math.acos(cosine));
            minutes = NOON
                    - MINUTES_PER_DEGREE * (longitude + (rising ? hourAngle : -hourAngle))
                    - equationOfTime(century);
        }
        return date.atStartOfDay(ZoneOffset.UTC).toInstant().plusSeconds(Math.round(minutes) * 60);
    }

    /** Degrees. */
    private static double declination(double century) {
        double node = 125.04 - 1934.136 * century;
        double longitude = meanLongitude(century) + centre(century) - 0.00569 - 0.00478 * sin(node);
        return Math.toDegrees(Math.asin(sin(obliquity(century)) * sin(longitude)));
    }

    /** True solar time less mean solar time, in minutes. */
    private static double equationOfTime(double century) {
        double tangent = Math.tan(Math.toRadians(obliquity(century) / 2));
        double y = tangent * tangent;
        double longitude = meanLongitude(century);
        double anomaly = anomaly(century);
        double e = 0.016708634 - century * (0.000042037 + 0.0000001267 * century);
        return MINUTES_PER_DEGREE
                * Math.toDegrees(y * sin(2 * longitude)
                        - 2 * e * sin(anomaly)
                        + 4 * e * y * sin(anomaly) * cos(2 * longitude)
                        - 0.5 * y * y * sin(4 * longitude)
                        - 1.25 * e * e * sin(2 * anomaly));
    }

    private static double meanLongitude(double century) {
        return 280.46646 + century * (36_000.76983 + century * 0.0003032);
    }

    private static double anomaly(double century) {
        return 357.52911 + century * (35_999.05029 - 0.0001537 * century);
    }

    private static double centre(double century) {
        double anomaly = anomaly(century);
        return sin(anomaly) * (1.914602 - century * (0.004817 + 0.000014 * century))
                + sin(2 * anomaly) * (0.019993 - 0.000101 * century)
                + sin(3 * anomaly) * 0.000289;
    }

    private static double obliquity(double century) {
        double seconds = 21.448 - century * (46.815 + century * (0.00059 - century * 0.001813));
        double mean = 23 + (26 + seconds / 60) / 60;
        return mean + 0.00256 * cos(125.04 - 1934.136 * century);
    }

    private static double sin(double degrees) {
        return Math.sin(Math.toRadians(degrees));
    }

    private static double cos(double degrees) {
        return Math.cos(Math.toRadians(degrees));
    }
}
