package org.kindling.numerics;

import java.util.List;

/**
 * The numbers of one Radau IIA method of s stages and order 2 s - 1.
 *
 * <p>The nodes \(c_i\) are the zeros of \(P_s(2 \theta - 1) - P_{s-1}(2 \theta - 1)\), the last of which is 1; the method is
 * collocation there. Let \(A^{-1}\), shape [s, s], take the values at the nodes of a polynomial of degree s without constant
 * term to its derivatives there. Its eigenvalues are \(\gamma\) and the pairs \(\alpha_k \pm i \beta_k\), and
 * \(T^{-1} A^{-1} T\) is made of the block \(\gamma\) and blocks with rows \((\alpha_k, -\beta_k), (\beta_k, \alpha_k)\).
 *
 * <p>An eigenvector belongs to a polynomial p whose \(p' - \mu p\) vanishes at the nodes, so that with
 * \(M(\theta) = \prod (\theta - c_i)\) it is \(p(\theta) = \sum_k M^{(k)}(\theta) / \mu^{k+1}\), and \(p(0) = 0\) is the
 * equation of the eigenvalues. The tables come from these two formulas, evaluated with 60 digits and rounded to doubles;
 * eigenvectors are scaled to 1 at the last node.
 *
 * <p>Source: E. Hairer, G. Wanner, Solving Ordinary Differential Equations II, 2nd edition, sections IV.5 and IV.8,
 * ISBN 978-3-540-60452-5; the same, Stiff differential equations solved by Radau methods, J. Comput. Appl. Math. 111, 93
 * (1999), doi:10.1016/S0377-0427(99)00134-X.
 */
final class RadauMethod {
    // spotless:off
    /** The method of order 5, of 3 stages. */
    static final RadauMethod FIFTH_ORDER = new RadauMethod(
        new double[] {
            0.1550510257216822, 0.6449489742783178, 1.0
        },
        new double[] {
            3.637834252744496, 2.6810828736277523, 3.0504301992474105
        },
        new double[][] {
            {0.09443876248897524, -0.1412552950209542, -0.030029194105147424},
            {0.2502131229653333, 0.20412935229379994, 0.3829421127572619},
            {1.0, 1.0, 0.0},
        },
        new double[][] {
            {4.178718591551905, 0.32768282076106237, 0.5233764454994495},
            {-4.178718591551905, -0.32768282076106237, 0.47662355450055044},
            {-0.5028726349457868, 2.571926949855605, -0.5960392048282249},
        });

    /** The method of order 9, of 5 stages. */
    static final RadauMethod NINTH_ORDER = new RadauMethod(
        new double[] {
            0.05710419611451768, 0.2768430136381238, 0.5835904323689168, 0.8602401356562195, 1.0
        },
        new double[] {
            6.2867047517292765, 5.70095329867179, 3.2102656003085497, 3.655694325463572, 6.543736899360077
        },
        new double[][] {
            {0.013576867344947943, -0.011478515255229515, -0.01401985889287541, -0.010242047817908826,
             0.04767387729029572},
            {0.0016179004017190875, -0.007668830749180163, 0.024708578426518527, 0.05017286451737106,
             -0.09433181918161143},
            {0.07915785334744721, 0.01939846399882895, 0.08180035370375117, -0.23053953404341795, 0.1027030453801259},
            {0.41225608268046143, 0.40760117128019907, 0.19968242788680252, 0.37789390224886127, 0.46674413033249434},
            {1.0, 1.0, 0.0, 1.0, 0.0},
        },
        new double[][] {
            {27.697693775684087, 12.783337911304406, 3.20848938671343, -0.9514904122489162, 0.7415504960259897},
            {-33.041880213519, -17.376953479063566, -0.17212906325400557, -0.09916977798254265, 0.5312281158383066},
            {-8.611443979875292, 9.699991409528808, 1.9147286396968743, 2.41869200608494, -1.0474634879353375},
            {5.344186437834912, 4.593615567759161, -3.0363603234594243, 1.050660190231459, -0.27277861186429625},
            {3.748059807439805, -3.984965736343885, -1.0444156416080188, 1.1840985681379486, -0.44991777015678036},
        });

    /** The method of order 13, of 7 stages. */
    static final RadauMethod THIRTEENTH_ORDER = new RadauMethod(
        new double[] {
            0.029316427159784893, 0.1480785996684843, 0.3369846902811543, 0.5586715187715501, 0.7692338620300545,
            0.9269456713197411, 1.0
        },
        new double[] {
            8.936832788405216, 8.511834825102946, 3.281013624325059, 7.14105521918764, 6.623045922639276,
            4.378693561506806, 10.169693283795011
        },
        new double[][] {
            {0.0024435843048706113, -0.0012386461879528741, -0.0027606174805438525, -0.004055161452331024,
             0.004427232753268285, 0.021567551351320772, 0.008783567925144144},
            {-0.001815339648319317, -6.666635339396339e-05, 0.00318547482516621, 0.00841556827655959,
             -0.00403194957022455, -0.03813164813441155, -0.021525560594006874},
            {0.004605339331161875, -0.0023521809829433384, 0.00041690777252975626, -0.008560431061603433,
             -0.006923212665023909, 0.05739650893938172, 0.05885052920842679},
            {0.017870023342853068, 0.0031150711523461752, 0.025116604913438822, -0.03737124230238446,
             0.00823900729850772, -0.03821469359696835, -0.16573681127294385},
            {0.12818100807728391, 0.10171773248171515, 0.09504502035604623, 0.0053667613791817705,
             0.19321111610126201, -0.2491742124652637, 0.27356330579866234},
            {0.5200651497488247, 0.5217519452747653, 0.1280719446355439, 0.5265742264584493, 0.27553439498962584,
             0.5315846490836285, 0.4863228366175729},
            {1.0, 1.0, 0.0, 1.0, 0.0, 1.0, 0.0},
        },
        new double[][] {
            {227.51530596268069, 166.64802246760974, 43.26514588452621, 3.623090061341016, 3.572674832938798,
             -2.7435563656033675, 1.4514535402547504},
            {-299.1862480282521, -243.04074536874478, -48.77710407803787, -2.0386719057419342, 1.673560239861085,
             -1.0873740320571061, 0.9019382492960993},
            {-93.0765028974353, 23.881631056281144, 39.278880730813846, 14.38891568549108, -3.5104383993993613,
             4.8632848855661805, -2.2464827295912397},
            {74.6783322350227, 87.40858897990081, 4.024158737379998, -3.714806315158364, -3.4300939859823174,
             2.6966048097653124, -0.9386927436075462},
            {58.356528851906575, -10.06877395780018, -30.36638884256667, -1.020020865184866, -0.11241750037842496,
             1.8906408310003777, -0.9716486393831483},
            {-3.007390169451292, -11.015866078765772, 1.4877994561316563, 2.1303881595592826, -1.8161410868175656,
             1.134325587895161, -0.41469904594330353},
            {-8.441963188321084, -0.650525274057515, 6.9406707303698765, -3.2050475255978985, 1.0712809435464785,
             -0.3548507491216222, 0.09198549132786554},
        });
    // spotless:on

    /** All methods, by rising order. */
    static final List<RadauMethod> ALL = List.of(FIFTH_ORDER, NINTH_ORDER, THIRTEENTH_ORDER);

    /** The nodes c, length s. */
    final double[] nodes;

    /** The eigenvalues gamma, alpha_1, beta_1, alpha_2, ..., length s. */
    final double[] eigenvalues;

    /** T, shape [s, s]. */
    final double[][] transformation;

    /** The inverse of T, shape [s, s]. */
    final double[][] inverse;

    /** What takes the values at the nodes to the derivative of the collocation polynomial at 0, length s. */
    final double[] startSlope;

    /** Where the defect tells the error between the nodes: there {@link #wave} has a slope of gamma times its value. */
    final double between;

    /** What takes the values at the nodes to the value and the slope of the collocation polynomial there, length s. */
    final double[] betweenBasis;

    final double[] betweenSlope;

    private RadauMethod(double[] nodes, double[] eigenvalues, double[][] transformation, double[][] inverse) {
        this.nodes = nodes;
        this.eigenvalues = eigenvalues;
        this.transformation = transformation;
        this.inverse = inverse;
        startSlope = new double[nodes.length];
        basisSlopes(0, startSlope);
        between = highestWave();
        betweenBasis = new double[nodes.length];
        betweenSlope = new double[nodes.length];
        basis(between, betweenBasis);
        basisSlopes(between, betweenSlope);
    }

    private double highestWave() {
        double best = 0;
        for (int i = 0; i < nodes.length; i++) {
            double low = i == 0 ? 0 : nodes[i - 1];
            double high = nodes[i];
            double middle = 0.5 * (low + high);
            // The logarithmic derivative falls from infinity to minus infinity.
            while (middle > low && middle < high) {
                double derivative = 1 / middle;
                for (double node : nodes) {
                    derivative += 1 / (middle - node);
                }
                if (derivative > eigenvalues[0]) {
                    low = middle;
                } else {
                    high = middle;
                }
                middle = 0.5 * (low + high);
            }
            best = Math.abs(wave(middle)) > Math.abs(wave(best)) ? middle : best;
        }
        return best;
    }

    /** The number of stages s. */
    int stages() {
        return nodes.length;
    }

    /** The order 2 s - 1. */
    int order() {
        return 2 * nodes.length - 1;
    }

    /**
     * The values at theta of the polynomials of degree s that vanish at 0 and at all nodes but one, where they are 1.
     *
     * @param values to be overwritten, length s
     */
    void basis(double theta, double[] values) {
        for (int i = 0; i < nodes.length; i++) {
            double product = theta / nodes[i];
            for (int j = 0; j < nodes.length; j++) {
                if (j != i) {
                    product *= (theta - nodes[j]) / (nodes[i] - nodes[j]);
                }
            }
            values[i] = product;
        }
    }

    /**
     * The derivatives at theta of the polynomials of {@link #basis}.
     *
     * @param values to be overwritten, length s
     */
    void basisSlopes(double theta, double[] values) {
        for (int i = 0; i < nodes.length; i++) {
            double product = theta / nodes[i];
            double slope = 1 / nodes[i];
            for (int j = 0; j < nodes.length; j++) {
                if (j != i) {
                    double inverseGap = 1 / (nodes[i] - nodes[j]);
                    slope = (slope * (theta - nodes[j]) + product) * inverseGap;
                    product *= (theta - nodes[j]) * inverseGap;
                }
            }
            values[i] = slope;
        }
    }

    /**
     * The polynomial of degree s + 1 that vanishes at 0 and 1, has slope 1 at 0 and slope 0 at all nodes: the shape of the
     * collocation polynomial's leading error, \(\int_0^\theta M / M(0)\).
     */
    double defect(double theta) {
        int s = nodes.length;
        double x = 2 * theta - 1;
        double previous = 1;
        double current = x;
        double beforePrevious = 0;
        for (int n = 1; n < s; n++) {
            beforePrevious = previous;
            previous = current;
            current = ((2 * n + 1) * x * previous - n * beforePrevious) / (n + 1);
        }
        double next = ((2 * s + 1) * x * current - s * previous) / (s + 1);
        return 0.25 * ((current - beforePrevious) / (2 * s - 1) - (next - previous) / (2 * s + 1));
    }

    /** The derivative of {@link #defect}: M(theta) / M(0). */
    double defectSlope(double theta) {
        double product = 1;
        for (double node : nodes) {
            product *= 1 - theta / node;
        }
        return product;
    }

    /** The polynomial of degree s + 1 that vanishes at 0 and all nodes: the shape of an error of interpolation. */
    double wave(double theta) {
        return theta * defectSlope(theta);
    }

    /** The derivative of {@link #wave}. */
    double waveSlope(double theta) {
        double product = theta;
        double slope = 1;
        for (double node : nodes) {
            slope = slope * (1 - theta / node) - product / node;
            product *= 1 - theta / node;
        }
        return slope;
    }
}
